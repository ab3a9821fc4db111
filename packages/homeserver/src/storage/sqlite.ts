import SqliteDatabase from 'better-sqlite3';
import { BoundedMap } from '@sotto/kit';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './database.ts';
import { createGroupCommit } from './group-commit.ts';
import { answers } from './ping.ts';
import type { Schema } from './schema.ts';

/** Opens (or creates) the database file; `:memory:` is refused because readers need their own connection. */
export async function openSqlite(path: string): Promise<Database> {
  const writerFile = new SqliteDatabase(path);
  writerFile.pragma('journal_mode = WAL');
  // Acknowledged means fsynced: NORMAL would lose the last commits in a power failure.
  writerFile.pragma('synchronous = FULL');
  writerFile.pragma('foreign_keys = ON');
  writerFile.pragma('cache_size = -32000');
  const writer = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: withStatements(writerFile) }),
  });

  // A second connection: readers see committed data only, and never wait for the writer.
  const readerFile = new SqliteDatabase(path);
  readerFile.pragma('query_only = ON');
  readerFile.pragma('cache_size = -32000');
  const read = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: withStatements(readerFile) }),
  });

  const commits = createGroupCommit(writer);
  return {
    engine: 'sqlite',
    read,
    write: (work) => commits.write(work),
    snapshot: (work) => read.transaction().execute(work),
    ping: () => answers(read),
    async close() {
      await commits.drain();
      await read.destroy();
      await writer.destroy();
    },
  };
}

/** Distinct statements a running server uses; inserts of different lengths are different ones. */
const STATEMENTS_MAX = 1_000;

/** Compiles each statement once: Kysely would have SQLite compile it at every execution. */
function withStatements(file: SqliteDatabase.Database) {
  const statements = new BoundedMap<string, SqliteDatabase.Statement>(STATEMENTS_MAX);
  return {
    close: () => file.close(),
    prepare(text: string): SqliteDatabase.Statement {
      const known = statements.get(text);
      if (known) return known;
      const statement = file.prepare(text);
      statements.set(text, statement);
      return statement;
    },
  };
}
