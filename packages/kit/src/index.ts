export { BoundedMap } from './bounded-map.ts';
export { createManualClock, systemClock, type Clock } from './clock.ts';
export { invariant, InvariantError } from './invariant.ts';
export { Refusal, refusalsOf } from './refusal.ts';
