import { openDatabase, type Txn } from '../../../storage/index.ts';
import type { TestStorage } from '../../../testing/each-database.ts';

/**
 * Looks into, or changes, the storage of a running server as another node would. For what takes too
 * long, or is not possible, through the API.
 */
export async function withDatabase<Value>(
  storage: TestStorage,
  work: (txn: Txn) => Promise<Value>,
): Promise<Value> {
  const db = await openDatabase({
    ...storage,
    onIdleError: (cause) => {
      throw cause;
    },
  });
  try {
    return await db.write(work);
  } finally {
    await db.close();
  }
}
