import { sql } from 'kysely';
import type { Ddl } from '../../ddl.ts';

export async function createMedia({ db, clustered }: Ddl): Promise<void> {
  await db.schema
    .createTable('media')
    .addColumn('media_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'bigint', (column) => column.notNull())
    .addColumn('file_id', 'text')
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('content_type', 'text')
    .addColumn('file_name', 'text')
    .addPrimaryKeyConstraint('media_key', ['media_id'])
    .modifyEnd(clustered)
    .execute();
  // Answers what a person's uploads add up to without reading them.
  await sql`create index media_user on media (user_id, bytes)`.execute(db);
  await sql`create index media_pending on media (user_id, created_ms) where file_id is null`.execute(
    db,
  );
}
