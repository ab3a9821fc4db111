import { BLOCKED_TYPE, isUserId, type UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { SettingsService } from '../../settings/index.ts';
import { refuse } from '../errors.ts';
import type { BlockBook } from './block-book.ts';
import { blockStore } from './block-store.ts';

/**
 * Whom people have blocked. The truth is their own account data `m.ignored_user_list`, which any client
 * may write; this keeps it where it can be asked quickly.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#ignoring-users
 */
export interface BlockService {
  /** Takes over what somebody's client has just written. Throws a refusal if it is no such list. */
  take(txn: Txn, owner: UserId, content: Readonly<Record<string, unknown>>): Promise<void>;
  block(txn: Txn, owner: UserId, subject: UserId): Promise<void>;
  has(db: Db, owner: UserId, subject: UserId): Promise<boolean>;
}

const BLOCKED_MAX = 10_000;

export function createBlockService(
  book: BlockBook,
  settings: Pick<SettingsService, 'findGlobal' | 'write'>,
): BlockService {
  return {
    async take(txn, owner, content) {
      await book.replace(txn, owner, readBlockList(content));
    },

    async block(txn, owner, subject) {
      const before = (await settings.findGlobal(txn.db, owner, BLOCKED_TYPE)) ?? {};
      const listed = readBlockList({ ignored_users: {}, ...before });
      const subjects = [...new Set([...listed, subject])];
      const users = Object.fromEntries(subjects.map((userId) => [userId, {}]));
      const content = { ...before, ignored_users: users };
      await settings.write(txn, { userId: owner, roomKey: null }, { type: BLOCKED_TYPE, content });
      await book.replace(txn, owner, subjects);
    },

    has: (db, owner, subject) => blockStore.has(db, owner, subject),
  };
}

function readBlockList(content: Readonly<Record<string, unknown>>): UserId[] {
  const users = content['ignored_users'];
  if (typeof users !== 'object' || users === null || Array.isArray(users)) {
    throw refuse('block_list_invalid', 'ignored_users must be an object of user ids.');
  }
  const subjects = Object.keys(users);
  if (subjects.length > BLOCKED_MAX) {
    throw refuse('block_list_invalid', `You can block ${BLOCKED_MAX} people.`);
  }
  // What is no user id names nobody, and other clients may have left it there.
  return subjects.filter(isUserId);
}
