import type { KeyValueStore } from '../platform/key-value-store.ts';
import type { OutboxRecord } from './outbox-entry.ts';

const PREFIX = 'outbox/';

/** Keeps what is not sent yet, through reloads and crashes. */
export interface OutboxStore {
  /** In the order the messages were queued. */
  list(): Promise<readonly OutboxRecord[]>;
  put(record: OutboxRecord): Promise<void>;
  delete(key: string): Promise<void>;
}

export function createOutboxStore(store: KeyValueStore): OutboxStore {
  return {
    async list() {
      const entries = await store.list(PREFIX);
      return (
        entries
          // SAFETY: only `put` writes under this prefix.
          .map(([, value]) => value as OutboxRecord)
          .toSorted((a, b) => a.position - b.position)
      );
    },
    put: (record) => store.set(PREFIX + record.key, record),
    delete: (key) => store.delete(PREFIX + key),
  };
}
