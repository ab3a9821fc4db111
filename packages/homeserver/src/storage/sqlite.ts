import SqliteDatabase from 'better-sqlite3';
import { BoundedMap } from '@sotto/kit';
import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely';
import { createCheckpointer } from './checkpointer.ts';
import type { Database, Db } from './database.ts';
import { setDirect } from './direct.ts';
import { createGroupCommit } from './group-commit.ts';
import { answers } from './ping.ts';
import type { Schema } from './schema.ts';

/** SQLite's own default, for when there is no thread to do it. */
const WAL_PAGES = 1_000;

/** Opens (or creates) the database file; `:memory:` is refused because readers need their own connection. */
export async function openSqlite(
  path: string,
  onIdleError: (cause: Error) => void,
): Promise<Database> {
  const writerFile = new SqliteDatabase(path);
  writerFile.pragma('journal_mode = WAL');
  // Acknowledged means fsynced: NORMAL would lose the last commits in a power failure.
  writerFile.pragma('synchronous = FULL');
  writerFile.pragma('foreign_keys = ON');
  writerFile.pragma('cache_size = -32000');
  writerFile.pragma('wal_autocheckpoint = 0');
  const writerStatements = withStatements(writerFile);
  const writer = queriesTo(writerStatements);

  // A second connection: readers see committed data only, and never wait for the writer.
  const readerFile = new SqliteDatabase(path);
  readerFile.pragma('query_only = ON');
  readerFile.pragma('cache_size = -32000');
  const read = queriesTo(withStatements(readerFile));

  const checkpointer = createCheckpointer({
    path,
    onFailure(cause) {
      onIdleError(cause);
      writerFile.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    },
  });
  const commits = createGroupCommit({
    connection: writer,
    execute: (statement) => void writerStatements.prepare(statement).run(),
    beforeCommit: () => checkpointer.beforeCommit(),
  });
  return {
    engine: 'sqlite',
    read,
    write: (work) => commits.write(work),
    ping: () => answers(read),
    async close() {
      await commits.drain();
      await checkpointer.close();
      await read.destroy();
      await writer.destroy();
    },
  };
}

/** Distinct statements a running server uses. */
const STATEMENTS_MAX = 1_000;

type Statements = ReturnType<typeof withStatements>;

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

function queriesTo(statements: Statements): Db {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: statements }) });
  setDirect(db, <Row>({ sql }: CompiledQuery<Row>, parameters: readonly unknown[]) => {
    const statement = statements.prepare(sql);
    // SAFETY: the query's type says what its rows are.
    if (statement.reader) return { rows: statement.all(parameters) as Row[], affected: 0 };
    return { rows: [], affected: statement.run(parameters).changes };
  });
  return db;
}
