import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

export async function createInbox({ db, clustered, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull().unique())
    .addColumn('head', 'bigint', (column) => column.notNull())
    .addColumn('compacted', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('inbox_entry')
    .addColumn('inbox_id', 'integer', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'integer', (column) => column.notNull())
    .addColumn('room_key', 'bigint')
    .addColumn('position', 'bigint')
    .addColumn('subject', 'text')
    .addColumn('notify', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('inbox_entry_key', ['inbox_id', 'seq'])
    .modifyEnd(clustered)
    .execute();

  // Unread counts: only what notifies is in this index, so it stays a fraction of the log.
  await sql`create index inbox_entry_unread on inbox_entry (inbox_id, room_key, position) where notify > 0`.execute(
    db,
  );
}
