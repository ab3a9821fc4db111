import type { Ddl } from '../../ddl.ts';

export async function createReceipts({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('receipt')
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('sent_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('receipt_key', ['room_key', 'user_id', 'type', 'thread_id'])
    .modifyEnd(clustered)
    .execute();
}
