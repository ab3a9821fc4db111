import { sql } from 'kysely';
import type { Database } from './database.ts';
import { ddlOf } from './ddl.ts';
import { migrations } from './migrations/index.ts';

/**
 * Runs what this database has not seen yet, in order, as one transaction: a start that is killed
 * half way leaves the old schema whole. On Postgres a lock keeps two starting nodes apart.
 */
export async function migrate(database: Database): Promise<void> {
  await database.write(async ({ db }) => {
    if (database.engine === 'postgres')
      await sql`select pg_advisory_xact_lock(7340033)`.execute(db);
    await sql`create table if not exists migration (name text primary key)`.execute(db);
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
    const seen = new Set(rows.map((row) => row.name));
    for (const [name, up] of Object.entries(migrations)) {
      if (seen.has(name)) continue;
      await up(ddlOf(db, database.engine));
      await sql`insert into migration (name) values (${name})`.execute(db);
    }
  });
}
