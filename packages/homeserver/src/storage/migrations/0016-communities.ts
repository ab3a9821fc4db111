import type { Ddl } from '../ddl.ts';

/** Communities and their channels. */
export async function addCommunities({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('community')
    .addColumn('room_id', 'text', (column) => column.primaryKey())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('community_creator')
    .on('community')
    .columns(['created_by', 'created_ms'])
    .execute();

  await db.schema
    .createTable('community_channel')
    .addColumn('room_id', 'text', (column) => column.primaryKey())
    .addColumn('community_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('suggested', 'integer', (column) => column.notNull())
    .addColumn('closed', 'integer', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('community_channel_community')
    .on('community_channel')
    .columns(['community_id', 'number'])
    .execute();
}
