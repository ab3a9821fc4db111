import type { KeyValueStore } from './key-value-store.ts';

const TABLE = 'entries';
/** Sorts after every key that starts with the same prefix. */
const AFTER_PREFIX = '\uffff';

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
  });
}

function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const opening = factory.open(name, 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(TABLE));
  return settled(opening);
}

/** Keeps entries in the browser's own database `name`, opened at first use. */
export function createIndexedDbStore(factory: IDBFactory, name: string): KeyValueStore {
  let database: Promise<IDBDatabase> | undefined;

  async function table(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    database ??= openDatabase(factory, name).then((opened) => {
      // Another tab deleting or upgrading the database must not wait for this one.
      opened.addEventListener('versionchange', () => {
        opened.close();
        database = undefined;
      });
      return opened;
    });
    return (await database).transaction(TABLE, mode, { durability: 'strict' }).objectStore(TABLE);
  }

  async function write(change: (entries: IDBObjectStore) => void): Promise<void> {
    const entries = await table('readwrite');
    const { transaction } = entries;
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () =>
        reject(transaction.error ?? new Error('IndexedDB refused the write')),
      );
      change(entries);
    });
  }

  return {
    get: async (key) => settled<unknown>((await table('readonly')).get(key)),
    set: (key, value) => write((entries) => entries.put(value, key)),
    delete: (key) => write((entries) => entries.delete(key)),
    list: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, prefix + AFTER_PREFIX);
      const entries = await table('readonly');
      const [keys, values] = await Promise.all([
        settled(entries.getAllKeys(range)),
        settled<unknown[]>(entries.getAll(range)),
      ]);
      // SAFETY: only strings are used as keys here.
      return keys.map((key, index) => [key as string, values[index]] as const);
    },
    clear: () => write((entries) => entries.clear()),
  };
}
