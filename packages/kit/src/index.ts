export { allOf, andThen, isPending, type Awaitable } from './awaitable.ts';
export { BoundedMap } from './bounded-map.ts';
export { createManualClock, systemClock, type Clock } from './clock.ts';
export { invariant, InvariantError } from './invariant.ts';
export { Refusal, refusalsOf } from './refusal.ts';
export { createWorkQueue, type WorkQueue } from './work-queue.ts';
