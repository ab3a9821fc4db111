import type { JsonObject, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';
import type { RoomKey } from '../inbox/index.ts';

/** One type of a person's account data, as a sync shows it. */
export interface AccountData {
  readonly type: string;
  readonly content: JsonObject;
}

/** Whose account data, and in which room; null is what belongs to no room. */
export interface AccountDataScope {
  readonly userId: UserId;
  readonly roomKey: RoomKey | null;
}

/** Sole owner of `account_data`. */
export const accountDataStore = {
  async find(db: Db, scope: AccountDataScope, type: string): Promise<JsonObject | null> {
    const [found] = await this.list(db, scope, [type]);
    return found?.content ?? null;
  },

  /** What there is of the given types, or of all. Bounded by how many types may be written. */
  async list(
    db: Db,
    scope: AccountDataScope,
    types: readonly string[] | null,
  ): Promise<AccountData[]> {
    if (types?.length === 0) return [];
    const rows = await rowsOf(db, scope)
      .select(['type', 'content'])
      .$if(types !== null, (query) => query.where('type', 'in', types ?? []))
      .orderBy('type')
      .execute();
    return rows.map(({ type, content }) => ({ type, content: parse(content) }));
  },

  async removeAll(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('account_data').where('user_id', '=', userId).execute();
  },

  async has(db: Db, scope: AccountDataScope, type: string): Promise<boolean> {
    const row = await rowsOf(db, scope).select('type').where('type', '=', type).executeTakeFirst();
    return row !== undefined;
  },

  async countTypes(db: Db, scope: AccountDataScope): Promise<number> {
    const row = await rowsOf(db, scope)
      // Postgres sends a count as text.
      .select((eb) => eb.fn.countAll<number | string>().as('types'))
      .executeTakeFirstOrThrow();
    return Number(row.types);
  },

  async put(txn: Txn, scope: AccountDataScope, data: { type: string; content: string }) {
    await txn.db
      .insertInto('account_data')
      .values({ user_id: scope.userId, room_key: scope.roomKey ?? NO_ROOM, ...data })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'room_key', 'type']).doUpdateSet({ content: data.content }),
      )
      .execute();
  },
};

const NO_ROOM = 0;

function rowsOf(db: Db, { userId, roomKey }: AccountDataScope) {
  return db
    .selectFrom('account_data')
    .where('user_id', '=', userId)
    .where('room_key', '=', roomKey ?? NO_ROOM);
}

function parse(content: string): JsonObject {
  // SAFETY: only objects are written, and they were read with limits before.
  return JSON.parse(content) as JsonObject;
}
