import { isUserId, serverNameOf, type UserId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import { refuse } from '../errors.ts';
import type { ReportDeps } from '../ports.ts';
import { actionStore } from './action-store.ts';
import { checkSubject } from './moderation-rules.ts';
import type { Standings } from './standing.ts';

/** Suspending somebody without a report, as moderation tools of any Matrix server do. */
export interface SuspensionService {
  get(by: UserId, userId: string): Promise<boolean>;
  /** What is so already stays as it is. */
  set(by: UserId, userId: string, isSuspended: boolean): Promise<void>;
}

/** Keys of reports begin with 1. */
const NO_REPORT = 0;

export function createSuspensionService(
  { db, clock, serverName, people }: ReportDeps,
  standings: Standings,
): SuspensionService {
  /** Whoever may not ask learns nothing of whom they name: that is looked at first. */
  async function checkMayAsk(read: Db, by: UserId): Promise<void> {
    if (await people.isModerator(read, by)) return;
    throw refuse('moderators_only', 'This is for moderators.');
  }

  function checkLocal(userId: string): UserId {
    if (isUserId(userId) && serverNameOf(userId) === serverName) return userId;
    throw refuse('not_of_this_server', 'This is nobody of this server.');
  }

  function noSuchAccount() {
    return refuse('suspended_account_unknown', 'Nobody has this account.');
  }

  return {
    async get(by, named) {
      await checkMayAsk(db.read, by);
      const userId = checkLocal(named);
      if (!(await people.findFacts(db.read, userId))) throw noSuchAccount();
      if (userId !== by && (await people.isModerator(db.read, userId))) {
        checkSubject('suspend', { userId, isModerator: true });
      }
      return people.isSuspended(userId);
    },

    async set(by, named, isSuspended) {
      await db.write(async (txn) => {
        await checkMayAsk(txn.db, by);
        const userId = checkLocal(named);
        if (!(await people.lock(txn, userId))) throw noSuchAccount();
        const isModerator = await people.isModerator(txn.db, userId);
        checkSubject('suspend', { userId, isModerator });
        if (people.isSuspended(userId) === isSuspended) return;
        const action = isSuspended ? 'suspend' : 'lift';
        await actionStore.add(txn, {
          reportKey: NO_REPORT,
          moderator: by,
          action,
          subject: userId,
          note: '',
          subjectNote: '',
          days: null,
          atMs: clock.nowMs(),
        });
        await standings.tell(
          txn,
          userId,
          await standings.carryOut(txn, userId, { action, days: null }),
        );
      });
    },
  };
}
