import type { UserId } from '@sotto/protocol';
import type { Database, Txn } from '../../../storage/index.ts';
import { refuse } from '../errors.ts';
import { accountStore } from './account-store.ts';

/**
 * Who may read and leave, and nothing else; remembered, for it is asked for every message. Suspended people
 * are few, so those of a whole server fit.
 */
export interface Suspensions {
  has(userId: UserId): boolean;
  /** Since when, or null to end it. */
  set(txn: Txn, userId: UserId, sinceMs: number | null): Promise<void>;
}

/** What somebody wants to append to a conversation. */
export interface Wish {
  readonly type: string;
  readonly sender: UserId;
  readonly stateKey?: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export async function openSuspensions(db: Database): Promise<Suspensions> {
  const suspended = new Set(await accountStore.listSuspended(db.read));
  return {
    has: (userId) => suspended.has(userId),
    async set(txn, userId, sinceMs) {
      await accountStore.setSuspended(txn, userId, sinceMs);
      txn.afterCommit(() => {
        if (sinceMs === null) suspended.delete(userId);
        else suspended.add(userId);
      });
    },
  };
}

/** Throws a refusal unless everybody who wants to append this may. */
export function checkMayAppend({ has }: Pick<Suspensions, 'has'>, wishes: readonly Wish[]): void {
  for (const wish of wishes) {
    if (has(wish.sender) && !isTakingBack(wish)) throw refuseSuspended();
  }
}

export function refuseSuspended() {
  return refuse(
    'user_suspended',
    'Your account is suspended: you can read and leave, but not write, join or change your profile.',
  );
}

/** Leaving, declining and unsending stay possible. */
function isTakingBack({ type, sender, stateKey, content }: Wish): boolean {
  if (type === 'm.room.redaction') return true;
  return type === 'm.room.member' && stateKey === sender && content['membership'] === 'leave';
}
