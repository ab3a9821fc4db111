export interface Weighing<Value> {
  /** What all entries together may weigh. One that is heavier by itself is not kept. */
  readonly weightMax: number;
  readonly weigh: (value: Value) => number;
}

/** A map that forgets its least recently used entries once it holds `entriesMax`, or what they weigh is too much. */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #entriesMax: number;
  readonly #weighing: Weighing<Value> | null;
  #weight = 0;

  constructor(entriesMax: number, weighing: Weighing<Value> | null = null) {
    this.#entriesMax = entriesMax;
    this.#weighing = weighing;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.delete(key);
    this.#entries.set(key, value);
    this.#weight += this.#weighing?.weigh(value) ?? 0;
    const weightMax = this.#weighing?.weightMax ?? 0;
    while (this.#entries.size > this.#entriesMax || this.#weight > weightMax) {
      const oldest = this.#entries.keys().next();
      if (oldest.done) return;
      this.delete(oldest.value);
    }
  }

  delete(key: Key): void {
    if (this.#weighing) {
      const value = this.#entries.get(key);
      if (value !== undefined) this.#weight -= this.#weighing.weigh(value);
    }
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }

  entries(): IterableIterator<[Key, Value]> {
    return this.#entries.entries();
  }
}
