import type { Ddl } from '../ddl.ts';

/** From where newcomers read, links to groups, and when somebody last wrote in slow mode. */
export async function addGroups({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('history_floor')
    .addColumn('room_key', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('history_floor_key', ['room_key', 'user_id'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('group_link')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('uses_max', 'integer')
    .addColumn('expires_ms', 'bigint')
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('group_link_room')
    .on('group_link')
    .columns(['room_id', 'created_ms'])
    .execute();

  await db.schema
    .createTable('slow_mode_turn')
    .addColumn('room_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('slow_mode_turn_key', ['room_id', 'user_id'])
    .modifyEnd(clustered)
    .execute();
}
