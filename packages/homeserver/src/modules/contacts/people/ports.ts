import type { JsonObject, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** What an account tells of itself that its person cannot choose. Times in ms since 1970. */
export interface AccountFacts {
  readonly createdMs: number;
  readonly nameChangedMs: number | null;
  readonly photoChangedMs: number | null;
  readonly isHidden: boolean;
  readonly isBusiness: boolean;
}

/** What contacts need of accounts; filled in by the composition root. */
export interface PeoplePort {
  /** Null if there is no living account of this name. */
  findFacts(db: Db, userId: UserId): Promise<AccountFacts | null>;
  /** When the identity was last replaced by another; null if never. */
  findKeysChangedMs(db: Db, userId: UserId): Promise<number | null>;
  /** `displayname` and `avatar_url` as they belong in a membership. */
  findProfile(db: Db, userId: UserId): Promise<JsonObject | null>;
  /** Whether moderators have cut whom they may write to first. */
  isLimited(db: Db, userId: UserId): Promise<boolean>;
  /** Makes concurrent first contacts of one person wait for each other. */
  lock(txn: Txn, userId: UserId): Promise<unknown>;
}
