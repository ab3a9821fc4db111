import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

export async function createAccounts({ db, clustered, engine, serial }: Ddl): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('password_hash', 'text')
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('deactivated_ms', 'bigint')
    .addColumn('erased', 'integer', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('avatar_url', 'text')
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('profile_field')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('profile_field_primary', ['user_id', 'name'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('device')
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('display_name', 'text')
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_ms', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_ip', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_primary', ['user_id', 'device_id'])
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('session')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('access_hash', 'text', (column) => column.notNull().unique())
    .addColumn('refresh_hash', 'text', (column) => column.unique())
    .addColumn('access_expires_ms', 'bigint')
    .addColumn('confirmed', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('session_device')
    .on('session')
    .columns(['user_id', 'device_id'])
    .execute();

  await db.schema
    .createTable('directory_entry')
    .addColumn('rank', 'integer', (column) => column.notNull())
    // Prefix ranges need the order of bytes, which is not every Postgres database's own.
    .addColumn('term', engine === 'postgres' ? sql`text collate "C"` : 'text', (column) =>
      column.notNull(),
    )
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('directory_entry_primary', ['rank', 'term', 'user_id'])
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('directory_entry_user')
    .on('directory_entry')
    .column('user_id')
    .execute();
}
