import type { Ddl } from '../ddl.ts';

/** Where devices came from, tokens that sign one in, and attempts to link one. */
export async function addDeviceLinking({ db, clustered }: Ddl): Promise<void> {
  for (const name of ['first_seen_ip', 'user_agent', 'linked_by']) {
    await db.schema.alterTable('device').addColumn(name, 'text').execute();
  }

  await db.schema
    .createTable('login_token')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    .addColumn('links', 'integer', (column) => column.notNull())
    .addColumn('expires_ms', 'bigint', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('device_link')
    .addColumn('link_id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('client_name', 'text')
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('network', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('expires_ms', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('numbers', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('device_id', 'text')
    .modifyEnd(clustered)
    .execute();
  await db.schema
    .createIndex('device_link_network')
    .on('device_link')
    .columns(['network', 'expires_ms'])
    .execute();
}
