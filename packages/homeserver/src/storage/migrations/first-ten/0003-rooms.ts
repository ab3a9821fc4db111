import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

export async function createRooms({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('room')
    .addColumn('key', serial, (column) => column.primaryKey())
    .addColumn('room_id', 'text', (column) => column.notNull().unique())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('head', 'bigint', (column) => column.notNull())
    .addColumn('head_event_id', 'text', (column) => column.notNull())
    .addColumn('depth', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('event')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('state_key', 'text')
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('pdu', 'text', (column) => column.notNull())
    .addColumn('redacted_by', 'text')
    .addColumn('device_id', 'text')
    .addColumn('txn_id', 'text')
    .execute();
  await sql`create unique index event_event_id on event (event_id)`.execute(db);
  await sql`create unique index event_position on event (room_key, position)`.execute(db);
  // What makes a repeated send the same send. Scoped to the device, as the specification asks.
  await sql`create unique index event_txn on event (room_key, sender, device_id, txn_id, type) where txn_id is not null`.execute(
    db,
  );
  // The state at any position of a room: the newest row per (type, state key) at or below it.
  await sql`create index event_state on event (room_key, type, state_key, position) where state_key is not null`.execute(
    db,
  );

  await db.schema
    .createTable('room_state')
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('state_key', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_state_key', ['room_key', 'type', 'state_key'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('room_member')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('membership', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('forgotten', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_member_key', ['user_id', 'room_key'])
    .modifyEnd(clustered)
    .execute();
  await sql`create index room_member_room on room_member (room_key, membership)`.execute(db);
}
