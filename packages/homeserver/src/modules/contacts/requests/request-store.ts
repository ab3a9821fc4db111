import type { RoomId, Treatment, UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/**
 * `waiting` is shown to its receiver; `hidden` never was, and `deleted` is no more, while both wait on for
 * the sender; `withdrawn` was taken back by the sender.
 */
export type RequestState = 'waiting' | 'hidden' | 'deleted' | 'declined' | 'withdrawn' | 'accepted';

export interface Request {
  readonly receiver: UserId;
  readonly roomId: RoomId;
  readonly sender: UserId;
  readonly isDirect: boolean;
  readonly treatment: Treatment;
  readonly state: RequestState;
  readonly receivedMs: number;
}

interface RequestKey {
  readonly receiver: UserId;
  readonly roomId: RoomId;
}

/** Sole owner of `request`, `request_budget` and `unwelcome`. */
export const requestStore = {
  async find(db: Db, { receiver, roomId }: RequestKey): Promise<Request | null> {
    const row = await db
      .selectFrom('request')
      .selectAll()
      .where('receiver', '=', receiver)
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    return row ? toRequest(row) : null;
  },

  /** Those that wait, the newest first. */
  async listWaiting(db: Db, receiver: UserId, limit: number): Promise<Request[]> {
    const rows = await db
      .selectFrom('request')
      .selectAll()
      .where('receiver', '=', receiver)
      .where('state', '=', 'waiting')
      .orderBy('received_ms', 'desc')
      .orderBy('room_id')
      .limit(limit)
      .execute();
    return rows.map(toRequest);
  },

  async countWaiting(db: Db, receiver: UserId): Promise<number> {
    const row = await db
      .selectFrom('request')
      // Postgres sends a count as text.
      .select((eb) => eb.fn.countAll<number | string>().as('requests'))
      .where('receiver', '=', receiver)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow();
    return Number(row.requests);
  },

  /** Whether this sender has asked this receiver since then, in one of these ways and states. */
  async hasAsked(
    db: Db,
    { receiver, sender }: { receiver: UserId; sender: UserId },
    wanted: { readonly states: readonly RequestState[]; readonly sinceMs: number },
  ): Promise<boolean> {
    const row = await db
      .selectFrom('request')
      .select('room_id')
      .where('receiver', '=', receiver)
      .where('sender', '=', sender)
      .where('state', 'in', wanted.states)
      .where('received_ms', '>', wanted.sinceMs)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  async hasEverAsked(db: Db, pair: { receiver: UserId; sender: UserId }): Promise<boolean> {
    const row = await db
      .selectFrom('request')
      .select('room_id')
      .where('receiver', '=', pair.receiver)
      .where('sender', '=', pair.sender)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  /** When each of the sender's unaccepted first contacts since then was made, the oldest first. */
  async listUnaccepted(db: Db, sender: UserId, sinceMs: number, limit: number): Promise<number[]> {
    const rows = await db
      .selectFrom('request')
      .select('received_ms')
      .where('sender', '=', sender)
      .where('received_ms', '>', sinceMs)
      .where('state', '!=', 'accepted')
      .orderBy('received_ms')
      .limit(limit)
      .execute();
    return rows.map((row) => row.received_ms);
  },

  async put(txn: Txn, request: Request): Promise<void> {
    const values = {
      sender: request.sender,
      direct: request.isDirect ? 1 : 0,
      treatment: request.treatment,
      state: request.state,
      received_ms: request.receivedMs,
    };
    await txn.db
      .insertInto('request')
      .values({ receiver: request.receiver, room_id: request.roomId, ...values })
      .onConflict((conflict) => conflict.columns(['receiver', 'room_id']).doUpdateSet(values))
      .execute();
  },

  async setState(txn: Txn, key: RequestKey, state: RequestState): Promise<void> {
    await txn.db
      .updateTable('request')
      .set({ state })
      .where('receiver', '=', key.receiver)
      .where('room_id', '=', key.roomId)
      .execute();
  },

  /** The newest request of this sender that was never shown; null if there is none. */
  async findHidden(
    db: Db,
    { receiver, sender }: { receiver: UserId; sender: UserId },
  ): Promise<Request | null> {
    const row = await db
      .selectFrom('request')
      .selectAll()
      .where('receiver', '=', receiver)
      .where('sender', '=', sender)
      .where('state', '=', 'hidden')
      .orderBy('received_ms', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? toRequest(row) : null;
  },

  async countMessages(db: Db, roomId: RoomId): Promise<number> {
    const row = await db
      .selectFrom('request_budget')
      .select('messages')
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    return row?.messages ?? 0;
  },

  async addMessages(txn: Txn, roomId: RoomId, messages: number): Promise<void> {
    await txn.db
      .insertInto('request_budget')
      .values({ room_id: roomId, messages })
      .onConflict((conflict) =>
        conflict
          .column('room_id')
          .doUpdateSet((eb) => ({ messages: eb('request_budget.messages', '+', messages) })),
      )
      .execute();
  },

  async addUnwelcome(txn: Txn, sender: UserId, mark: { points: number; atMs: number }) {
    await txn.db
      .insertInto('unwelcome')
      .values({ sender, points: mark.points, at_ms: mark.atMs })
      .execute();
  },

  async listUnwelcome(db: Db, sender: UserId, sinceMs: number) {
    const rows = await db
      .selectFrom('unwelcome')
      .select(['points', 'at_ms'])
      .where('sender', '=', sender)
      .where('at_ms', '>', sinceMs)
      .execute();
    return rows.map(({ points, at_ms: atMs }) => ({ points, atMs }));
  },
};

interface Row {
  readonly receiver: string;
  readonly room_id: string;
  readonly sender: string;
  readonly direct: number;
  readonly treatment: string;
  readonly state: string;
  readonly received_ms: number;
}

function toRequest(row: Row): Request {
  return {
    // SAFETY: people, rooms and words are stored as this module was given them.
    receiver: row.receiver as UserId,
    roomId: row.room_id as RoomId,
    sender: row.sender as UserId,
    isDirect: row.direct === 1,
    treatment: row.treatment as Treatment,
    state: row.state as RequestState,
    receivedMs: row.received_ms,
  };
}
