import { BoundedMap, invariant } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { sql, type Insertable, type Selectable } from 'kysely';
import { prepare, type Db, type Txn } from '../../storage/index.ts';
import { kindNumbers, type InboxEntry, type InboxKind, type LoggedEntry } from './entry.ts';
import type { InboxTables } from './tables.ts';
import type { CountedUnread } from './unread-book.ts';

type EntryRow = Insertable<InboxTables['inbox_entry']>;

const kindByNumber = new Map(Object.entries(kindNumbers).map(([kind, number]) => [number, kind]));

const inserting = (db: Db, rows: readonly EntryRow[]) =>
  db.insertInto('inbox_entry').values(
    rows.map((row) => ({
      inbox_id: row.inbox_id,
      seq: row.seq,
      kind: row.kind,
      room_key: row.room_key,
      position: row.position,
      subject: row.subject,
      notify: row.notify,
    })),
  );

const insertEntries = prepare((db, rows: readonly EntryRow[]) => inserting(db, rows).compile());

const fileEntries = prepare((db, rows: readonly EntryRow[]) =>
  inserting(db, rows)
    .onConflict((conflict) => conflict.doNothing())
    .compile(),
);

const raiseHeads = prepare((db, raises: readonly { id: number; count: number }[]) => {
  const values = raises.map(
    ({ id, count }) => sql`(cast(${id} as bigint), cast(${count} as bigint))`,
  );
  return sql<{ id: number; head: number }>`
    update inbox set head = head + raised.column2
    from (values ${sql.join(values)}) as raised
    where inbox.id = raised.column1
    returning inbox.id, inbox.head`.compile(db);
});

const selectHeads = prepare((db, inboxes: readonly { id: number }[]) =>
  db
    .selectFrom('inbox')
    .select(['head', 'compacted'])
    .where(
      'id',
      'in',
      inboxes.map(({ id }) => id),
    )
    .compile(),
);

/** A database's inboxes: sole owner of `inbox` and `inbox_entry`. */
export interface InboxStore {
  open(txn: Txn, userId: UserId): Promise<void>;
  /** The surrogate of a local user's inbox if it is remembered. */
  knownId(userId: UserId): number | undefined;
  /** The surrogate of a local user's inbox, or null if the user has none here. */
  findId(db: Db, userId: UserId): Promise<number | null>;
  /** Raises heads by the given counts; gives the new heads. Locks rows in the order of ids. */
  raiseHeads(txn: Txn, counts: ReadonlyMap<number, number>): Promise<Map<number, number>>;
  insert(txn: Txn, rows: readonly EntryRow[]): Promise<void>;
  /** Inserts what is not there yet. */
  file(txn: Txn, rows: readonly EntryRow[]): Promise<void>;
  getHead(db: Db, inboxId: number): Promise<Head>;
  listEntries(db: Db, inboxId: number, range: Range): Promise<LoggedEntry[]>;
  /** Leaves out the entries with these numbers. */
  countUnread(
    db: Db,
    inboxId: number,
    after: { roomKey: number; position: number; without: readonly number[] },
  ): Promise<CountedUnread>;
  firstPositionAfter(
    db: Db,
    inboxId: number,
    at: { roomKey: number; seq: number },
  ): Promise<number | null>;
}

/** The newest sequence number, and the one up to which entries are gone. */
export interface Head {
  readonly head: number;
  readonly compacted: number;
}

export interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

/** Badges stop counting here. */
const UNREAD_MAX = 1_000;

export function createInboxStore(): InboxStore {
  const ids = new BoundedMap<UserId, number>(200_000);

  return {
    async open(txn, userId) {
      await txn.db.insertInto('inbox').values({ user_id: userId, head: 0, compacted: 0 }).execute();
    },

    knownId: (userId) => ids.get(userId),

    async findId(db, userId) {
      const known = ids.get(userId);
      if (known !== undefined) return known;
      const row = await db
        .selectFrom('inbox')
        .select('id')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      // Only committed ids may be remembered, and a transaction's own may yet be rolled back;
      // an id that vanishes belongs to a user that does too, so nothing asks for it again.
      if (row) ids.set(userId, row.id);
      return row?.id ?? null;
    },

    async raiseHeads(txn, counts) {
      const ids = [...counts.keys()];
      if (txn.engine === 'postgres') {
        // Two transactions that lock the same heads in different orders would wait for each other.
        await txn.db
          .selectFrom('inbox')
          .select('id')
          .where('id', 'in', ids)
          .orderBy('id')
          .forUpdate()
          .execute();
      }
      const raises = [...counts].map(([id, count]) => ({ id, count }));
      const { rows } = await raiseHeads(txn.db, raises);
      invariant(rows.length === counts.size, 'every inbox that was found has a head');
      return new Map(rows.map(({ id, head }) => [id, head]));
    },

    async insert(txn, rows) {
      await insertEntries(txn.db, rows);
    },

    async file(txn, rows) {
      await fileEntries(txn.db, rows);
    },

    async getHead(db, inboxId) {
      const { rows } = await selectHeads(db, [{ id: inboxId }]);
      const [row] = rows;
      invariant(row, 'an inbox that was found has a head');
      return row;
    },

    async listEntries(db, inboxId, { after, upTo, limit }) {
      const rows = await db
        .selectFrom('inbox_entry')
        .selectAll()
        .where('inbox_id', '=', inboxId)
        .where('seq', '>', after)
        .where('seq', '<=', upTo)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toEntry);
    },

    async countUnread(db, inboxId, { roomKey, position, without }) {
      const others = without.length > 0 ? sql`and seq not in (${sql.join(without)})` : sql``;
      const { rows } = await sql<{
        notifications: number;
        highlights: number;
        last: number | null;
      }>`
        select
          count(*) as notifications,
          count(case when notify = 2 then 1 end) as highlights,
          max(position) as last
        from (
          select notify, position from inbox_entry
          where inbox_id = ${inboxId} and room_key = ${roomKey} and position > ${position} and notify > 0
            ${others}
          order by position desc
          limit ${UNREAD_MAX}
        ) as unread`.execute(db);
      const [row] = rows;
      invariant(row, 'counting gives a row');
      const { notifications, highlights, last } = row;
      return { notifications, highlights, countedTo: last ?? position };
    },

    async firstPositionAfter(db, inboxId, { roomKey, seq }) {
      const row = await db
        .selectFrom('inbox_entry')
        .select('position')
        .where('inbox_id', '=', inboxId)
        .where('seq', '>', seq)
        .where('room_key', '=', roomKey)
        .where('kind', '=', kindNumbers.event)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      return row?.position ?? null;
    },
  };
}

/** Turns an entry into a row of the log. */
export function toRow(inboxId: number, seq: number, entry: InboxEntry): EntryRow {
  return {
    inbox_id: inboxId,
    seq,
    kind: kindNumbers[entry.kind],
    room_key: 'roomKey' in entry ? entry.roomKey : null,
    position: entry.kind === 'event' ? entry.position : null,
    subject: 'subject' in entry ? entry.subject : null,
    notify: entry.kind === 'event' ? entry.notify : 0,
  };
}

function toEntry(row: Selectable<InboxTables['inbox_entry']>): LoggedEntry {
  const kind = kindByNumber.get(row.kind) as InboxKind | undefined;
  invariant(kind, 'every stored kind is known');
  // SAFETY: `toRow` is the only writer, and it stores each kind with exactly its own fields.
  return {
    kind,
    seq: row.seq,
    roomKey: row.room_key,
    position: row.position,
    subject: row.subject,
    notify: row.notify,
  } as unknown as LoggedEntry;
}
