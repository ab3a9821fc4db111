import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Whether the database answers a question. */
export async function answers(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    // NOTE: why it does not answer is the database's business; that it does not is the answer.
    return false;
  }
}
