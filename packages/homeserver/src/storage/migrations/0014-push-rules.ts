import type { Ddl } from '../ddl.ts';

/** What people changed of their push rules, and when they want quiet. */
export async function addPushRules({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('push_rules')
    .addColumn('owner', 'text', (column) => column.primaryKey())
    .addColumn('rules', 'text', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();

  await db.schema
    .createTable('quiet_hours')
    .addColumn('owner', 'text', (column) => column.primaryKey())
    .addColumn('hours', 'text', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
}
