import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

export interface StorageOptions {
  /** A `postgres://` address, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly onIdleError: (cause: Error) => void;
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(options: StorageOptions): Promise<Database> {
  const db = await openEngine(options);
  try {
    await migrate(db);
  } catch (cause) {
    await db.close();
    throw cause;
  }
  return db;
}

async function openEngine(options: StorageOptions): Promise<Database> {
  if (options.databaseUrl !== null) return openPostgres(options.databaseUrl, options.onIdleError);
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  return openSqlite(join(options.dataDir, 'sotto.db'), options.onIdleError);
}
