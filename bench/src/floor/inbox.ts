/** How much of an inbox stays in memory; a reader further behind is refused. */
const ENTRIES_MAX = 256;

interface Entry {
  readonly seq: number;
  readonly roomId: string;
  /** The event as a sync shows it. */
  readonly shown: string;
}

/** What reached one person. Holds only what is durable: a token can never pass the disk. */
export class Inbox {
  readonly #entries: Entry[] = [];
  #reserved = 0;
  #durable = 0;
  #wake: (() => void) | null = null;

  /** The number of the next entry, given out in the order in which entries are written. */
  reserve(): number {
    this.#reserved += 1;
    return this.#reserved;
  }

  /** Makes a written entry readable and wakes who waits for it. */
  publish(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length > ENTRIES_MAX) this.#entries.shift();
    this.#durable = entry.seq;
    this.#wake?.();
  }

  get nextBatch(): number {
    return this.#durable;
  }

  /** The entries after `since`, or null when some of them are no longer held. */
  listAfter(since: number): readonly Entry[] | null {
    const missing = this.#durable - since;
    if (missing > this.#entries.length) return null;
    return missing > 0 ? this.#entries.slice(-missing) : [];
  }

  /** Resolves when something arrives or the time is up. One reader at a time. */
  wait(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.#wake = finish;
    });
  }
}
