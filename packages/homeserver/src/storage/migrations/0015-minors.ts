import type { Ddl } from '../ddl.ts';

/** Who is a minor, and which accounts are businesses. */
export async function addMinors({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('age_mark')
    .addColumn('user_id', 'text', (column) => column.primaryKey())
    .addColumn('minor', 'integer', (column) => column.notNull())
    .addColumn('until_ms', 'bigint')
    .addColumn('changed_ms', 'bigint', (column) => column.notNull())
    .modifyEnd(clustered)
    .execute();
  await db.schema.createIndex('age_mark_changed').on('age_mark').columns(['changed_ms']).execute();

  await db.schema
    .alterTable('account')
    .addColumn('business', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  // Until now, people could write this field themselves.
  await db.deleteFrom('profile_field').where('name', '=', 'app.sotto.business').execute();
}
