import type { RoomId, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../storage/index.ts';

/** Sole owner of `slow_mode_turn`. */
export const turnStore = {
  /** When somebody last wrote there, in ms; null if never while slow mode was on. */
  async find(db: Db, roomId: RoomId, userId: UserId): Promise<number | null> {
    const row = await db
      .selectFrom('slow_mode_turn')
      .select('at_ms')
      .where('room_id', '=', roomId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row?.at_ms ?? null;
  },

  async set(txn: Txn, roomId: RoomId, turn: { userId: UserId; atMs: number }): Promise<void> {
    const { userId, atMs } = turn;
    await txn.db
      .insertInto('slow_mode_turn')
      .values({ room_id: roomId, user_id: userId, at_ms: atMs })
      .onConflict((conflict) =>
        conflict.columns(['room_id', 'user_id']).doUpdateSet({ at_ms: atMs }),
      )
      .execute();
  },

  async removePerson(txn: Txn, userId: UserId): Promise<void> {
    await txn.db.deleteFrom('slow_mode_turn').where('user_id', '=', userId).execute();
  },
};
