/** What this device keeps for itself: session, outbox, drafts. Values are structured-cloned. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Entries whose key starts with `prefix`, in key order. */
  list(prefix: string): Promise<readonly KeyValueEntry[]>;
  clear(): Promise<void>;
}

export type KeyValueEntry = readonly [key: string, value: unknown];

/** One place in the store with one shape of value. */
export interface Slot<Value> {
  get(): Promise<Value | null>;
  set(value: Value): Promise<void>;
  delete(): Promise<void>;
}

/** Gives the key `key` a type. Exactly one module may open a slot for a key. */
export function openSlot<Value>(store: KeyValueStore, key: string): Slot<Value> {
  return {
    // SAFETY: only this slot writes under `key`, and it writes values of this type.
    get: async () => ((await store.get(key)) ?? null) as Value | null,
    set: (value) => store.set(key, value),
    delete: () => store.delete(key),
  };
}

/** A store that lasts as long as the process: for tests, and where a browser forbids storage. */
export function createMemoryStore(): KeyValueStore {
  const entries = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(entries.get(key)),
    set: async (key, value) => {
      entries.set(key, structuredClone(value));
    },
    delete: async (key) => {
      entries.delete(key);
    },
    list: async (prefix) =>
      [...entries]
        .filter(([key]) => key.startsWith(prefix))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => [key, structuredClone(value)] as const),
    clear: async () => entries.clear(),
  };
}
