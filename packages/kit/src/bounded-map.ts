export interface Weighing<Value> {
  /** What all entries together may weigh. One that is heavier by itself is not kept. */
  readonly weightMax: number;
  readonly weigh: (value: Value) => number;
}

interface Entry<Key, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly weight: number;
  older: Entry<Key, Value> | null;
  newer: Entry<Key, Value> | null;
}

/**
 * A map that forgets its least recently used entries once it holds `entriesMax`, or what they weigh is too
 * much. The order is a chain through the entries: taking a key out of a `Map` and putting it back, which
 * would keep the order too, costs many times a read.
 */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Entry<Key, Value>>();
  readonly #entriesMax: number;
  readonly #weighing: Weighing<Value> | null;
  #weight = 0;
  #oldest: Entry<Key, Value> | null = null;
  #newest: Entry<Key, Value> | null = null;

  constructor(entriesMax: number, weighing: Weighing<Value> | null = null) {
    this.#entriesMax = entriesMax;
    this.#weighing = weighing;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry !== this.#newest) {
      this.#unlink(entry);
      this.#linkNewest(entry);
    }
    return entry.value;
  }

  set(key: Key, value: Value): void {
    this.delete(key);
    const weight = this.#weighing?.weigh(value) ?? 0;
    const entry: Entry<Key, Value> = { key, value, weight, older: null, newer: null };
    this.#entries.set(key, entry);
    this.#linkNewest(entry);
    this.#weight += weight;
    const weightMax = this.#weighing?.weightMax ?? 0;
    while (this.#oldest && (this.size > this.#entriesMax || this.#weight > weightMax)) {
      this.delete(this.#oldest.key);
    }
  }

  delete(key: Key): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#unlink(entry);
    this.#weight -= entry.weight;
  }

  clear(): void {
    this.#entries.clear();
    this.#oldest = null;
    this.#newest = null;
    this.#weight = 0;
  }

  /** The one unused longest comes first. */
  *entries(): IterableIterator<[Key, Value]> {
    for (let entry = this.#oldest; entry; entry = entry.newer) yield [entry.key, entry.value];
  }

  #linkNewest(entry: Entry<Key, Value>): void {
    entry.older = this.#newest;
    if (this.#newest) this.#newest.newer = entry;
    else this.#oldest = entry;
    this.#newest = entry;
  }

  #unlink(entry: Entry<Key, Value>): void {
    if (entry.older) entry.older.newer = entry.newer;
    else this.#oldest = entry.newer;
    if (entry.newer) entry.newer.older = entry.older;
    else this.#newest = entry.older;
    entry.older = null;
    entry.newer = null;
  }
}
