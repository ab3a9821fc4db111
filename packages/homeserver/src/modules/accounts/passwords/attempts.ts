import { isIPv6 } from 'node:net';
import { BoundedMap, type Clock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** So many wrong passwords cost nothing: people mistype. */
export const FREE_ATTEMPTS = 5;
const DELAY_MS_MIN = 1_000;
const DELAY_MS_MAX = 5 * 60_000;
/** After so long without a wrong password the count starts afresh. */
export const FORGET_MS = 60 * 60_000;
const COUNTED_MAX = 50_000;

/**
 * Slows the guessing of a password from one network. Others' guesses never lock the owner out,
 * who comes from elsewhere.
 */
export interface Attempts {
  /**
   * Counts a try as wrong before it is checked, so that many at once do not slip through; throws if
   * it comes too soon. Gives what to call if the password was right.
   */
  begin(userId: UserId, address: string): () => void;
}

interface Count {
  readonly wrong: number;
  readonly lastMs: number;
  readonly blockedUntilMs: number;
}

export function createAttempts(clock: Clock): Attempts {
  const counts = new BoundedMap<string, Count>(COUNTED_MAX);

  return {
    begin(userId, address) {
      const key = `${networkOf(address)} ${userId}`;
      const nowMs = clock.nowMs();
      const known = counts.get(key);
      const count = known && nowMs - known.lastMs < FORGET_MS ? known : null;
      const waitMs = (count?.blockedUntilMs ?? 0) - nowMs;
      if (waitMs > 0) {
        throw refuse('too_many_attempts', 'Too many wrong passwords. Wait a while and try again.', {
          retry_after_ms: waitMs,
        });
      }
      const wrong = (count?.wrong ?? 0) + 1;
      counts.set(key, { wrong, lastMs: nowMs, blockedUntilMs: nowMs + delayMsAfter(wrong) });
      return () => counts.delete(key);
    },
  };
}

/** Nothing for the first ones, then doubling. */
export function delayMsAfter(wrong: number): number {
  if (wrong < FREE_ATTEMPTS) return 0;
  return Math.min(DELAY_MS_MAX, DELAY_MS_MIN * 2 ** (wrong - FREE_ATTEMPTS));
}

/** One household or attacker usually holds a whole /64 of IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const heads = head === '' ? [] : head.split(':');
  const tails = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - heads.length - tails.length) }, () => '0');
  const groups = address.includes('::') ? [...heads, ...zeros, ...tails] : heads;
  return groups.slice(0, 4).join(':');
}
