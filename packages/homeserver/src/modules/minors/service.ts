import { createUserId, type UserId } from '@sotto/protocol';
import type { MinorOptions } from '../../options.ts';
import type { Platform } from '../../platform.ts';
import type { Txn } from '../../storage/index.ts';
import { openAgeBook, type AgeBook } from './age-book.ts';
import { comesOfAgeMs, type AgeMark } from './age-rules.ts';
import { refuse } from './errors.ts';

/** Who is a minor here. What follows from it, each module enforces where it decides. */
export interface MinorService extends Pick<AgeBook, 'isMinor' | 'refresh' | 'close'> {
  /** Whether signing up asks for the month of birth. */
  readonly asksForBirthMonth: boolean;
  /** Throws a refusal if this can be nobody's. */
  checkBirthMonth(birthMonth: string | undefined): void;
  /** Notes what somebody says who signs up. Without a month, they are protected: it is the safer mistake. */
  take(txn: Txn, userId: UserId, birthMonth: string | undefined): Promise<void>;
  getProtection(userId: UserId): Protection;
  /** For the operator. */
  setAge(wish: AgeWish): Promise<UserId>;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export interface Protection {
  readonly isMinor: boolean;
  readonly untilMs: number | null;
}

export interface AgeWish {
  readonly localpart: string;
  /** `minor` until the operator says otherwise, `adult`, or a month of birth such as `2012-05`. */
  readonly age: string;
}

export type MinorDeps = Pick<Platform, 'db' | 'clock' | 'log' | 'serverName'> & {
  readonly options: MinorOptions;
  /** Whether this is a living account. Makes concurrent changes of it wait. */
  readonly lock: (txn: Txn, userId: UserId) => Promise<boolean>;
  readonly onChanged: (userId: UserId) => void;
};

const OF_AGE: AgeMark = { isMinor: false, untilMs: null };
const UNTIL_THE_OPERATOR_SAYS: AgeMark = { isMinor: true, untilMs: null };

export async function openMinors(deps: MinorDeps): Promise<MinorService> {
  const { db, clock, serverName } = deps;
  const { mode, adultAge } = deps.options;
  const asksForBirthMonth = mode === 'ask';
  const book = await openAgeBook({ ...deps, mode });

  function markOf(birthMonth: string): AgeMark {
    const nowMs = clock.nowMs();
    const untilMs = comesOfAgeMs(birthMonth, { adultAge, nowMs });
    return untilMs > nowMs ? { isMinor: true, untilMs } : OF_AGE;
  }

  return {
    asksForBirthMonth,
    isMinor: (userId) => book.isMinor(userId),
    refresh: () => book.refresh(),
    close: () => book.close(),

    checkBirthMonth(birthMonth) {
      if (asksForBirthMonth && birthMonth !== undefined) markOf(birthMonth);
    },

    async take(txn, userId, birthMonth) {
      if (!asksForBirthMonth) return;
      const mark = birthMonth === undefined ? UNTIL_THE_OPERATOR_SAYS : markOf(birthMonth);
      // Of adults nothing is kept.
      if (mark.isMinor) await book.put(txn, userId, mark);
    },

    getProtection(userId) {
      const isMinor = book.isMinor(userId);
      return { isMinor, untilMs: isMinor ? (book.find(userId)?.untilMs ?? null) : null };
    },

    async setAge({ localpart, age }) {
      if (mode === 'off') {
        throw refuse(
          'minors_off',
          'Nobody is protected while SOTTO_MINORS is off. Set it to marked, ask or all first.',
        );
      }
      const userId = createUserId(localpart, serverName);
      const mark =
        age === 'adult' ? OF_AGE : age === 'minor' ? UNTIL_THE_OPERATOR_SAYS : markOf(age);
      await db.write(async (txn) => {
        if (!userId || !(await deps.lock(txn, userId))) {
          throw refuse('nobody_to_mark', 'There is no such account.');
        }
        await book.put(txn, userId, mark);
      });
      if (!userId) throw refuse('nobody_to_mark', 'There is no such account.');
      return userId;
    },

    removePerson: (txn, userId) => book.remove(txn, userId),
  };
}
