import type { RoomId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** Sole owner of `direct_conversation`. */
export const directStore = {
  async find(db: Db, peopleKey: string): Promise<RoomId | null> {
    const row = await db
      .selectFrom('direct_conversation')
      .select('room_id')
      .where('people_key', '=', peopleKey)
      .executeTakeFirst();
    return (row?.room_id ?? null) as RoomId | null;
  },

  /** Whose conversation this is; null if it is a group. */
  async findPeopleKey(db: Db, roomId: RoomId): Promise<string | null> {
    const row = await db
      .selectFrom('direct_conversation')
      .select('people_key')
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    return row?.people_key ?? null;
  },

  /** From now on it is nobody's one conversation. */
  async release(txn: Txn, roomId: RoomId): Promise<void> {
    await txn.db.deleteFrom('direct_conversation').where('room_id', '=', roomId).execute();
  },

  /**
   * Makes `roomId` the conversation of these people if it still is `instead` (null: none). False if
   * somebody else was quicker.
   */
  async claim(txn: Txn, peopleKey: string, { roomId, instead }: Claim): Promise<boolean> {
    if (instead === null) {
      const { numInsertedOrUpdatedRows } = await txn.db
        .insertInto('direct_conversation')
        .values({ people_key: peopleKey, room_id: roomId })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows ?? 0) === 1;
    }
    const { numUpdatedRows } = await txn.db
      .updateTable('direct_conversation')
      .set({ room_id: roomId })
      .where('people_key', '=', peopleKey)
      .where('room_id', '=', instead)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows) === 1;
  },
};

export interface Claim {
  readonly roomId: RoomId;
  readonly instead: RoomId | null;
}
