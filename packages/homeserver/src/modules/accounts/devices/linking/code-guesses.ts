import { BoundedMap, type Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { refuse } from '../../errors.ts';
import { networkOf } from '../../passwords/attempts.ts';

/** Wrong codes within `WINDOW_MS`: of one account, from one network, and of everybody. */
export const WRONG_PER_ACCOUNT_MAX = 10;
export const WRONG_PER_NETWORK_MAX = 50;
export const WRONG_MAX = 2_000;
export const WINDOW_MS = 10 * 60_000;
const COUNTED_MAX = 50_000;

/** Stops the guessing of codes. Counts are this process's own: several at most multiply the limits. */
export interface CodeGuesses {
  /**
   * Counts a code as wrong before it is looked up, so that many at once do not slip through; throws if there
   * were too many. Gives what to call if it was right.
   */
  begin(userId: UserId, address: string): () => void;
}

interface Count {
  wrong: number;
  readonly sinceMs: number;
}

export function createCodeGuesses(clock: Clock): CodeGuesses {
  const counts = new BoundedMap<string, Count>(COUNTED_MAX);

  function countOf(key: string, nowMs: number): Count {
    const known = counts.get(key);
    if (known && nowMs - known.sinceMs < WINDOW_MS) return known;
    const count = { wrong: 0, sinceMs: nowMs };
    counts.set(key, count);
    return count;
  }

  return {
    begin(userId, address) {
      const nowMs = clock.nowMs();
      const counted: readonly [Count, number][] = [
        [countOf('all', nowMs), WRONG_MAX],
        [countOf(`network ${networkOf(address)}`, nowMs), WRONG_PER_NETWORK_MAX],
        [countOf(`account ${userId}`, nowMs), WRONG_PER_ACCOUNT_MAX],
      ];
      for (const [{ wrong, sinceMs }, max] of counted) {
        if (wrong < max) continue;
        throw refuse('too_many_link_codes', 'Too many wrong codes. Wait a while and try again.', {
          retry_after_ms: sinceMs + WINDOW_MS - nowMs,
        });
      }
      for (const [count] of counted) count.wrong += 1;
      return () => {
        for (const [count] of counted) count.wrong -= 1;
      };
    },
  };
}
