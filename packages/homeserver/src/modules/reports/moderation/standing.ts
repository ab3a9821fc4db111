import { STANDING_NOTES_MAX, STANDING_TYPE, type Standing, type UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { ReportDeps } from '../ports.ts';
import { actionStore } from './action-store.ts';
import { limitEndMs, type Decision } from './moderation-rules.ts';

/** What moderators have made of somebody's account. */
export interface Standings {
  /** Null once it is over. */
  findLimitEnd(db: Db, userId: UserId): Promise<number | null>;
  /** What the action does to the account. Gives whether it is suspended afterwards. */
  carryOut(txn: Txn, userId: UserId, decision: Pick<Decision, 'action' | 'days'>): Promise<boolean>;
  /** Tells somebody's devices what was decided about their account, but not by whom or why now. */
  tell(txn: Txn, userId: UserId, isSuspended: boolean): Promise<void>;
}

export function createStandings({
  clock,
  people,
  settings,
}: Pick<ReportDeps, 'clock' | 'people' | 'settings'>): Standings {
  async function findLimitEnd(read: Db, userId: UserId): Promise<number | null> {
    const untilMs = await actionStore.findLimit(read, userId);
    return untilMs !== null && untilMs > clock.nowMs() ? untilMs : null;
  }

  return {
    findLimitEnd,

    async carryOut(txn, userId, { action, days }) {
      const nowMs = clock.nowMs();
      if (action === 'suspend') await people.setSuspended(txn, userId, nowMs);
      if (action === 'limit' && days !== null) {
        await actionStore.setLimit(txn, userId, limitEndMs(days, nowMs));
      }
      if (action === 'lift') {
        await people.setSuspended(txn, userId, null);
        await actionStore.endLimit(txn, userId);
      }
      return action === 'suspend' || (action !== 'lift' && people.isSuspended(userId));
    },

    async tell(txn, userId, isSuspended) {
      const limitedUntilMs = await findLimitEnd(txn.db, userId);
      const done = await actionStore.listAbout(txn.db, userId, STANDING_NOTES_MAX);
      const content = {
        suspended: isSuspended,
        ...(limitedUntilMs !== null && { limited_until: limitedUntilMs }),
        notes: done.flatMap(({ action, subjectNote: note, atMs }) =>
          action === 'dismiss' ? [] : [{ action, note, at_ts: atMs }],
        ),
      } satisfies Standing;
      await settings.write(txn, { userId, roomKey: null }, { type: STANDING_TYPE, content });
    },
  };
}
