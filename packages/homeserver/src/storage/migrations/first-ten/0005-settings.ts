import type { Ddl } from '../../ddl.ts';

export async function createSettings({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('account_data')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_data_key', ['user_id', 'room_key', 'type'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('sync_filter')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('filter_id', 'text', (column) => column.notNull())
    .addColumn('definition', 'text', (column) => column.notNull())
    .addColumn('uploaded_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sync_filter_key', ['user_id', 'filter_id'])
    .modifyEnd(clustered)
    .execute();
}
