import type { RoomId, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';

export interface Channel {
  readonly roomId: RoomId;
  readonly number: number;
  readonly isSuggested: boolean;
  readonly isClosed: boolean;
}

/** Sole owner of `community` and `community_channel`. */
export const communityStore = {
  async has(db: Db, communityId: RoomId): Promise<boolean> {
    const row = await db
      .selectFrom('community')
      .select('room_id')
      .where('room_id', '=', communityId)
      .executeTakeFirst();
    return row !== undefined;
  },

  async countMadeSince(db: Db, userId: UserId, sinceMs: number): Promise<number> {
    const { made } = await db
      .selectFrom('community')
      .select((eb) => eb.fn.countAll<number | string>().as('made'))
      .where('created_by', '=', userId)
      .where('created_ms', '>', sinceMs)
      .executeTakeFirstOrThrow();
    return Number(made);
  },

  async add(
    txn: Txn,
    community: { readonly roomId: RoomId; readonly by: UserId; readonly nowMs: number },
  ): Promise<void> {
    await txn.db
      .insertInto('community')
      .values({
        room_id: community.roomId,
        created_by: community.by,
        created_ms: community.nowMs,
      })
      .execute();
  },

  /**
   * Makes whoever else changes who belongs to this community wait for the end of this transaction. SQLite
   * has one writer anyway.
   */
  async lock(txn: Txn, communityId: RoomId): Promise<void> {
    if (txn.engine === 'sqlite') return;
    await txn.db
      .selectFrom('community')
      .select('room_id')
      .where('room_id', '=', communityId)
      .forUpdate()
      .execute();
  },

  /** All of them, in the order in which they were made. */
  async listChannels(db: Db, communityId: RoomId): Promise<Channel[]> {
    const rows = await db
      .selectFrom('community_channel')
      .selectAll()
      .where('community_id', '=', communityId)
      .orderBy('number')
      .execute();
    return rows.map((row) => ({
      roomId: row.room_id as RoomId,
      number: row.number,
      isSuggested: row.suggested === 1,
      isClosed: row.closed === 1,
    }));
  },

  async addChannel(txn: Txn, communityId: RoomId, channel: Channel): Promise<void> {
    await txn.db
      .insertInto('community_channel')
      .values({
        room_id: channel.roomId,
        community_id: communityId,
        number: channel.number,
        suggested: channel.isSuggested ? 1 : 0,
        closed: channel.isClosed ? 1 : 0,
      })
      .execute();
  },

  async closeChannel(txn: Txn, channelId: RoomId): Promise<void> {
    await txn.db
      .updateTable('community_channel')
      .set({ closed: 1 })
      .where('room_id', '=', channelId)
      .execute();
  },
};
