import type { Ddl } from '../ddl.ts';

/** What was told to many at once and is not filed in their logs yet: one row instead of a thousand. */
export async function addInboxFanOut({ db, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('inbox_fan_out')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('recipients', 'text', (column) => column.notNull())
    .execute();
}
