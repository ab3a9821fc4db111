import { BoundedMap } from '@sotto/kit';

export interface Unread {
  readonly notifications: number;
  readonly highlights: number;
}

/** Unread counts, and the last position that went into them. */
export interface CountedUnread extends Unread {
  readonly countedTo: number;
}

/** Stands in the book while the log is being counted. What happens meanwhile removes it. */
const COUNTING = Symbol('counting');

const COUNTS_MAX = 100_000;

/**
 * Unread counts by person and room, kept up to date as events are delivered and forgotten when the person
 * reads. Only where one process does all the writing.
 */
export class UnreadBook {
  readonly #counts = new BoundedMap<string, CountedUnread | typeof COUNTING>(COUNTS_MAX);

  /** The count if it is remembered. */
  find(key: string): Unread | null {
    const known = this.#counts.get(key);
    return known === undefined || known === COUNTING ? null : known;
  }

  async count(key: string, countLog: () => Promise<CountedUnread>): Promise<Unread> {
    const known = this.find(key);
    if (known) return known;
    this.#counts.set(key, COUNTING);
    const counted = await countLog();
    if (this.#counts.get(key) === COUNTING) this.#counts.set(key, counted);
    return counted;
  }

  /** An event that counts was delivered. */
  add(key: string, event: { readonly position: number; readonly notify: number }): void {
    const known = this.#counts.get(key);
    if (known === undefined) return;
    if (known === COUNTING) return this.forget(key);
    if (event.position <= known.countedTo) return;
    this.#counts.set(key, {
      notifications: known.notifications + 1,
      highlights: known.highlights + (event.notify === 2 ? 1 : 0),
      countedTo: event.position,
    });
  }

  forget(key: string): void {
    this.#counts.delete(key);
  }
}
