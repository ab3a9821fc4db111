import type { EventId, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';
import type { RoomKey } from '../../inbox/index.ts';
import type { ThreadId } from './thread-rules.ts';

/** What is kept here. `m.fully_read` is, too, so that it moves by the same rule. */
export type StoredReceiptType = 'm.read' | 'm.read.private' | 'm.fully_read';

export interface Receipt {
  readonly userId: UserId;
  readonly type: StoredReceiptType;
  readonly threadId: ThreadId;
  readonly eventId: EventId;
  readonly position: number;
  readonly sentMs: number;
}

/** A receipt per member and thread of the largest rooms; what is older is not shown any more. */
const LISTED_MAX = 10_000;

/** How many threads of a room one person's receipts may speak of. */
const THREADS_PER_READER_MAX = 100;

const WHOLE_ROOM = '';

/** Sole owner of `receipt`. */
export const receiptStore = {
  /** Moves a receipt forward; false if it already stands there or further. */
  async advance(txn: Txn, roomKey: RoomKey, receipt: Receipt): Promise<boolean> {
    const place = {
      event_id: receipt.eventId,
      position: receipt.position,
      sent_ms: receipt.sentMs,
    };
    const moved = await txn.db
      .insertInto('receipt')
      .values({
        room_key: roomKey,
        user_id: receipt.userId,
        type: receipt.type,
        thread_id: receipt.threadId ?? WHOLE_ROOM,
        ...place,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['room_key', 'user_id', 'type', 'thread_id'])
          .doUpdateSet(place)
          .where('receipt.position', '<', receipt.position),
      )
      .returning('position')
      .executeTakeFirst();
    return moved !== undefined;
  },

  /** Forgets receipts in the threads read longest ago, by position. */
  async keepNewestThreads(txn: Txn, roomKey: RoomKey, { userId, type }: Receipt): Promise<void> {
    await txn.db
      .deleteFrom('receipt')
      .where('room_key', '=', roomKey)
      .where('user_id', '=', userId)
      .where('type', '=', type)
      .where('thread_id', 'not in', [WHOLE_ROOM, 'main'])
      .where('thread_id', 'not in', (eb) =>
        eb
          .selectFrom('receipt as kept')
          .select('kept.thread_id')
          .where('kept.room_key', '=', roomKey)
          .where('kept.user_id', '=', userId)
          .where('kept.type', '=', type)
          .where('kept.thread_id', 'not in', [WHOLE_ROOM, 'main'])
          .orderBy('kept.position', 'desc')
          .limit(THREADS_PER_READER_MAX),
      )
      .execute();
  },

  /** Public receipts of these readers (null: of all), and the viewer's own private ones. */
  async list(
    db: Db,
    roomKey: RoomKey,
    { viewer, readers }: { viewer: UserId; readers: readonly UserId[] | null },
  ): Promise<Receipt[]> {
    if (readers?.length === 0) return [];
    const rows = await db
      .selectFrom('receipt')
      .selectAll()
      .where('room_key', '=', roomKey)
      .$if(readers !== null, (query) => query.where('user_id', 'in', readers ?? []))
      .where((eb) =>
        eb.or([
          eb('type', '=', 'm.read'),
          eb.and([eb('type', '=', 'm.read.private'), eb('user_id', '=', viewer)]),
        ]),
      )
      .orderBy('position', 'desc')
      .limit(LISTED_MAX)
      .execute();
    return rows.map((row) => ({
      // SAFETY: `advance` is the only writer, and it is given these types.
      userId: row.user_id as UserId,
      type: row.type as StoredReceiptType,
      threadId: row.thread_id === WHOLE_ROOM ? null : (row.thread_id as ThreadId),
      eventId: row.event_id as EventId,
      position: row.position,
      sentMs: row.sent_ms,
    }));
  },

  /** The furthest position a person has read of the room itself, openly or in private. */
  async furthest(db: Db, roomKey: RoomKey, userId: UserId): Promise<number> {
    const row = await db
      .selectFrom('receipt')
      // Nothing read gives null, and Postgres sends bigint as text.
      .select((eb) => eb.fn.max<number | string | null>('position').as('position'))
      .where('room_key', '=', roomKey)
      .where('user_id', '=', userId)
      .where('type', 'in', ['m.read', 'm.read.private'])
      .where('thread_id', 'in', [WHOLE_ROOM, 'main'])
      .executeTakeFirstOrThrow();
    return Number(row.position ?? 0);
  },
};
