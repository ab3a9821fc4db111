export interface Weighing<Value> {
  /** What all entries together may weigh. One that is heavier by itself is not kept. */
  readonly weightMax: number;
  readonly weigh: (value: Value) => number;
}

interface Entry<Key, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly weight: number;
  /** Whether it was asked for since it was last considered for leaving. */
  isUsed: boolean;
  older: Entry<Key, Value> | null;
  newer: Entry<Key, Value> | null;
}

/**
 * A map that forgets entries once it holds `entriesMax`, or what they weigh is too much: the oldest first,
 * but one that was asked for meanwhile gets a second chance behind all others. So a read marks one entry and
 * moves none; keeping the exact order of use would touch its neighbours, which are somewhere else in memory.
 *
 * @see Corbató, "A Paging Experiment with the Multics System", 1968
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
    if (!entry.isUsed) entry.isUsed = true;
    return entry.value;
  }

  set(key: Key, value: Value): void {
    this.delete(key);
    const weight = this.#weighing?.weigh(value) ?? 0;
    if (!this.#makeRoomFor(weight)) return;
    const entry = { key, value, weight, isUsed: false, older: null, newer: null };
    this.#entries.set(key, entry);
    this.#linkNewest(entry);
    this.#weight += weight;
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

  /** In the order in which they would be considered for leaving. */
  *entries(): IterableIterator<[Key, Value]> {
    for (let entry = this.#oldest; entry; entry = entry.newer) yield [entry.key, entry.value];
  }

  /** Gives false, and lets nothing go, for what is too heavy by itself. */
  #makeRoomFor(weight: number): boolean {
    const weightMax = this.#weighing?.weightMax ?? 0;
    if (weight > weightMax) return false;
    while (this.size >= this.#entriesMax || this.#weight + weight > weightMax) {
      const entry = this.#oldest;
      if (!entry) return false;
      if (entry.isUsed) {
        entry.isUsed = false;
        this.#unlink(entry);
        this.#linkNewest(entry);
      } else {
        this.delete(entry.key);
      }
    }
    return true;
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
