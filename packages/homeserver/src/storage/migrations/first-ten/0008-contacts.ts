import type { Ddl } from '../../ddl.ts';

export async function createContacts({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('direct_conversation')
    .addColumn('people_key', 'text', (column) => column.primaryKey())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('direct_conversation_room')
    .on('direct_conversation')
    .column('room_id')
    .execute();
}
