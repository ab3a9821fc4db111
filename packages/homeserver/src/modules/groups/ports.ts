import type { JsonObject, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';

/** What groups need of accounts; filled in by the composition root. */
export interface PeoplePort {
  /** `displayname` and `avatar_url` as they belong in a membership; null for nobody. */
  findProfile(db: Db, userId: UserId): Promise<JsonObject | null>;
  /** Makes what one person does at the same moment wait for each other. */
  lock(txn: Txn, userId: UserId): Promise<unknown>;
}
