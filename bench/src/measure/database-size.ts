import SqliteDatabase from 'better-sqlite3';
import { rm, stat } from 'node:fs/promises';

/** What a database file holds, without the free space inside it: the size of a compacted copy. */
export async function measureDatabaseBytes(path: string): Promise<number> {
  const copy = `${path}.compact`;
  const file = new SqliteDatabase(path);
  try {
    file.prepare('vacuum into ?').run(copy);
    const { size } = await stat(copy);
    return size;
  } finally {
    file.close();
    await rm(copy, { force: true });
  }
}
