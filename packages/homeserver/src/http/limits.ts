import { BoundedMap, refusalsOf, type Clock } from '@sotto/kit';
import type { Contract } from '@sotto/protocol';
import type { HttpRefusal } from './replies.ts';

const refuse = refusalsOf<HttpRefusal>();

/** What a contract can name, and `unidentified`: calls whose token is missing or worthless. */
export type LimitName = NonNullable<Contract['limit']> | 'unidentified';

/** A token bucket: `burst` at once, refilled at `perSecond`. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/** By whom a call is counted: the signed-in device's user, else the network address. */
const defaultLimits: Readonly<Record<Exclude<LimitName, 'none'>, Limit>> = {
  default: { burst: 200, perSecond: 50 },
  send: { burst: 100, perSecond: 20 },
  // A room costs its state for good, in memory and on disk.
  create: { burst: 30, perSecond: 0.5 },
  sync: { burst: 60, perSecond: 20 },
  media: { burst: 200, perSecond: 50 },
  login: { burst: 10, perSecond: 0.2 },
  // Generous: after a restore everybody behind one address may hold a worthless token.
  unidentified: { burst: 100, perSecond: 10 },
  registration: { burst: 10, perSecond: 0.1 },
};

/** More keys than this are not remembered: the oldest of those not used since start afresh. */
const KEYS_MAX = 50_000;

export interface Limiter {
  /** Takes one, or throws a refusal saying when to come back. */
  take(name: LimitName, key: string): void;
}

export function createLimiter(clock: Clock, enabled: boolean): Limiter {
  const buckets = new BoundedMap<string, { level: number; atMs: number }>(KEYS_MAX);
  return {
    take(name, key) {
      if (!enabled || name === 'none') return;
      const limit = defaultLimits[name];
      const nowMs = clock.nowMs();
      const id = `${name} ${key}`;
      const bucket = buckets.get(id) ?? { level: limit.burst, atMs: nowMs };
      const refilled = ((nowMs - bucket.atMs) / 1000) * limit.perSecond;
      const level = Math.min(limit.burst, bucket.level + Math.max(0, refilled));
      if (level < 1) {
        buckets.set(id, { level, atMs: nowMs });
        const retryAfterMs = Math.ceil(((1 - level) / limit.perSecond) * 1000);
        throw refuse('limit_exceeded', 'Too many requests. Wait a moment and try again.', {
          retry_after_ms: retryAfterMs,
        });
      }
      buckets.set(id, { level: level - 1, atMs: nowMs });
    },
  };
}
