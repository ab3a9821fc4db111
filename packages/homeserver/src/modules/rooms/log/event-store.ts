import { BoundedMap, invariant, type Awaitable } from '@sotto/kit';
import type { EventId, Pdu, RoomId, UserId } from '@sotto/protocol';
import type { Insertable, Selectable } from 'kysely';
import { prepare, type Db, type Txn } from '../../../storage/index.ts';
import type { RoomKey } from '../../inbox/index.ts';
import { eventOfPdu, type StateEvent, type StoredEvent } from './stored-event.ts';
import type { RoomTables } from '../tables.ts';

export type EventRow = Insertable<RoomTables['event']>;
type SelectedRow = Selectable<RoomTables['event']>;

/** A send that may have happened before. */
export interface SendKey {
  readonly roomKey: RoomKey;
  readonly sender: UserId;
  readonly deviceId: string;
  readonly txnId: string;
  readonly type: string;
}

/** From this position on, the state's value is another. */
export interface StateChange {
  readonly position: number;
  readonly to: string;
}

export interface PageOfEvents {
  /** Exclusive on the side one comes from. */
  readonly from: number;
  readonly towards: 'older' | 'newer';
  readonly limit: number;
}

const EVENTS_CACHED_MAX = 4_000;
/** Few events are near the 64 KB that one may have; if all were, they would not fit into a small machine. */
const CACHED_CHARACTERS_MAX = 32_000_000;

/** SQLite binds at most 32,766 values in a statement. */
const POSITIONS_PER_QUERY = 1_000;

const insertEvents = prepare((db, rows: readonly EventRow[]) =>
  db
    .insertInto('event')
    .values(
      rows.map((row) => ({
        room_key: row.room_key,
        position: row.position,
        event_id: row.event_id,
        type: row.type,
        state_key: row.state_key,
        sender: row.sender,
        pdu: row.pdu,
        redacted_by: row.redacted_by,
        device_id: row.device_id,
        txn_id: row.txn_id,
        changed_to: row.changed_to,
      })),
    )
    .compile(),
);

const selectStateBefore = prepare(
  (
    db,
    [wanted]: readonly { roomKey: RoomKey; type: string; stateKey: string; position: number }[],
  ) => {
    invariant(wanted, 'one piece of state is asked for');
    return db
      .selectFrom('event')
      .selectAll()
      .where('room_key', '=', wanted.roomKey)
      .where('type', '=', wanted.type)
      .where('state_key', '=', wanted.stateKey)
      .where('position', '<=', wanted.position)
      .orderBy('position', 'desc')
      .limit(1)
      .compile();
  },
);

/** Sole owner of `event`. Keeps the newest events in memory: a live sync asks for what was just written. */
export class EventStore {
  readonly #cache = new BoundedMap<string, StoredEvent>(EVENTS_CACHED_MAX, {
    weightMax: CACHED_CHARACTERS_MAX,
    weigh: ({ length }) => length,
  });

  async insert(txn: Txn, rows: readonly EventRow[]): Promise<void> {
    await insertEvents(txn.db, rows);
  }

  /** Call after the commit, never before: what is remembered is taken for committed. */
  remember(event: StoredEvent): void {
    this.#cache.set(cacheKeyOf(event.roomKey, event.position), event);
  }

  async findSent(db: Db, key: SendKey): Promise<{ eventId: EventId; position: number } | null> {
    const row = await db
      .selectFrom('event')
      .select(['event_id', 'position'])
      .where('room_key', '=', key.roomKey)
      .where('sender', '=', key.sender)
      .where('device_id', '=', key.deviceId)
      .where('txn_id', '=', key.txnId)
      .where('type', '=', key.type)
      .executeTakeFirst();
    return row ? { eventId: row.event_id as EventId, position: row.position } : null;
  }

  async find(db: Db, room: RoomRef, eventId: EventId): Promise<StoredEvent | null> {
    const row = await db
      .selectFrom('event')
      .selectAll()
      .where('event_id', '=', eventId)
      .where('room_key', '=', room.key)
      .executeTakeFirst();
    return row ? toEvent(room.roomId, row) : null;
  }

  async listByIds(db: Db, room: RoomRef, eventIds: readonly EventId[]): Promise<StoredEvent[]> {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('event_id', 'in', eventIds)
      .where('room_key', '=', room.key)
      .execute();
    return rows.map((row) => toEvent(room.roomId, row));
  }

  /** The events at these positions, by position. */
  listAt(db: Db, room: RoomRef, positions: readonly number[]): Awaitable<Found> {
    const found: Found = new Map();
    const missing: number[] = [];
    for (const position of positions) {
      const cached = this.#cache.get(cacheKeyOf(room.key, position));
      if (cached) found.set(position, cached);
      else missing.push(position);
    }
    return missing.length === 0 ? found : this.#readInto(found, db, room, missing);
  }

  async #readInto(found: Found, db: Db, room: RoomRef, missing: number[]): Promise<Found> {
    for (let start = 0; start < missing.length; start += POSITIONS_PER_QUERY) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('room_key', '=', room.key)
        .where('position', 'in', missing.slice(start, start + POSITIONS_PER_QUERY))
        .execute();
      for (const row of rows) found.set(row.position, toEvent(room.roomId, row));
    }
    return found;
  }

  async listPage(db: Db, room: RoomRef, page: PageOfEvents): Promise<StoredEvent[]> {
    const older = page.towards === 'older';
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('room_key', '=', room.key)
      .where('position', older ? '<' : '>', page.from)
      .orderBy('position', older ? 'desc' : 'asc')
      .limit(page.limit)
      .execute();
    return rows.map((row) => toEvent(room.roomId, row));
  }

  /** One piece of the state a room had right after `position`. */
  async findStateBefore(
    db: Db,
    room: RoomRef,
    { type, stateKey }: Pick<StateEvent, 'type' | 'stateKey'>,
    position: number,
  ): Promise<StoredEvent | null> {
    const { rows } = await selectStateBefore(db, [{ roomKey: room.key, type, stateKey, position }]);
    const [row] = rows;
    return row ? toEvent(room.roomId, row) : null;
  }

  /** The state a room had right after `position`, read from the log. */
  async listStateAt(db: Db, room: RoomRef, position: number): Promise<StoredEvent[]> {
    const rows = await db
      .selectFrom('event')
      .selectAll('event')
      .innerJoin(
        (eb) =>
          eb
            .selectFrom('event')
            .select((newest) => newest.fn.max('position').as('newest'))
            .where('room_key', '=', room.key)
            .where('state_key', 'is not', null)
            .where('position', '<=', position)
            .groupBy(['type', 'state_key'])
            .as('last'),
        (join) => join.onRef('last.newest', '=', 'event.position'),
      )
      .where('event.room_key', '=', room.key)
      .orderBy('event.position')
      .execute();
    return rows.map((row) => toEvent(room.roomId, row));
  }

  /**
   * What a membership or the visibility of history changed to, oldest first: what is visible is decided
   * by that. Changes of anything else in their content do not count.
   */
  async listChanges(
    db: Db,
    room: RoomRef,
    id: { type: string; stateKey: string },
  ): Promise<StateChange[]> {
    return db
      .selectFrom('event')
      .select(['position', 'changed_to as to'])
      .where('room_key', '=', room.key)
      .where('type', '=', id.type)
      .where('state_key', '=', id.stateKey)
      .where('changed_to', 'is not', null)
      .orderBy('position')
      .$narrowType<{ to: string }>()
      .execute();
  }

  /** The position of the oldest of the last `count` messages; 1 if there are fewer. */
  async findPositionOfLast(db: Db, roomKey: RoomKey, count: number): Promise<number> {
    const row = await db
      .selectFrom('event')
      .select('position')
      .where('room_key', '=', roomKey)
      .where('type', 'in', ['m.room.encrypted', 'm.room.message'])
      .where('state_key', 'is', null)
      .orderBy('position', 'desc')
      .offset(count - 1)
      .limit(1)
      .executeTakeFirst();
    return row?.position ?? 1;
  }

  /** Replaces an event's text by its redacted form. */
  async redact(
    txn: Txn,
    target: { roomKey: RoomKey; position: number; pdu: string; redactedBy: EventId },
  ): Promise<void> {
    await txn.db
      .updateTable('event')
      .set({ pdu: target.pdu, redacted_by: target.redactedBy })
      .where('room_key', '=', target.roomKey)
      .where('position', '=', target.position)
      .execute();
    const forget = () => this.#cache.delete(cacheKeyOf(target.roomKey, target.position));
    forget();
    txn.afterCommit(forget);
  }

  async getPdu(db: Db, roomKey: RoomKey, position: number): Promise<Pdu> {
    const row = await db
      .selectFrom('event')
      .select('pdu')
      .where('room_key', '=', roomKey)
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    return JSON.parse(row.pdu) as Pdu;
  }
}

type Found = Map<number, StoredEvent>;
export interface RoomRef {
  readonly key: RoomKey;
  readonly roomId: RoomId;
}

function cacheKeyOf(roomKey: RoomKey, position: number): string {
  return `${roomKey} ${position}`;
}

function toEvent(roomId: RoomId, row: SelectedRow): StoredEvent {
  // SAFETY: only events this server built or checked are stored.
  const pdu = JSON.parse(row.pdu) as Pdu;
  return {
    ...eventOfPdu(pdu),
    roomKey: row.room_key as RoomKey,
    roomId,
    position: row.position,
    length: row.pdu.length,
    eventId: row.event_id as EventId,
    redactedBy: row.redacted_by as EventId | null,
    sentBy:
      row.device_id !== null && row.txn_id !== null
        ? { deviceId: row.device_id, txnId: row.txn_id }
        : null,
  };
}

/** Postgres and SQLite each say it their way: two sends claimed one transaction id. */
export function isRepeatedSend(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, constraint } = cause as { code?: string; constraint?: string };
  if (code === '23505') return constraint === 'event_txn';
  return code === 'SQLITE_CONSTRAINT_UNIQUE' && cause.message.includes('event.txn_id');
}
