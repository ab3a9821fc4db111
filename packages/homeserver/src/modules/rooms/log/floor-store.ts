import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { RoomKey } from '../../inbox/index.ts';

/** Sole owner of `history_floor`. */
export const floorStore = {
  /** The first position that somebody who came later may read; 0 for all of them. */
  async find(db: Db, roomKey: RoomKey, userId: UserId): Promise<number> {
    const row = await db
      .selectFrom('history_floor')
      .select('position')
      .where('room_key', '=', roomKey)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row?.position ?? 0;
  },

  async set(txn: Txn, roomKey: RoomKey, floor: { userId: UserId; position: number }) {
    const { userId, position } = floor;
    if (position === 0) {
      await txn.db
        .deleteFrom('history_floor')
        .where('room_key', '=', roomKey)
        .where('user_id', '=', userId)
        .execute();
      return;
    }
    await txn.db
      .insertInto('history_floor')
      .values({ room_key: roomKey, user_id: userId, position })
      .onConflict((conflict) => conflict.columns(['room_key', 'user_id']).doUpdateSet({ position }))
      .execute();
  },
};
