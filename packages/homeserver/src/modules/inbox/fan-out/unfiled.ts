import type { LoggedEntry } from '../entry.ts';

/** The entries of one event, by inbox. */
export type Recipients = ReadonlyMap<number, LoggedEntry>;

/**
 * The entries that are written, but not filed in the logs of their inboxes yet, and what to read them
 * together with the logs. Only where one process does all the writing.
 */
export class UnfiledEntries {
  /** Each ascending: what comes later has a higher number. */
  readonly #byInbox = new Map<number, LoggedEntry[]>();
  #count = 0;
  #newestId = 0;

  get count(): number {
    return this.#count;
  }

  /** The fan-out that was added last. */
  get newestId(): number {
    return this.#newestId;
  }

  add(fanOutId: number, recipients: Recipients): void {
    for (const [inboxId, entry] of recipients) {
      const known = this.#byInbox.get(inboxId);
      if (known) known.push(entry);
      else this.#byInbox.set(inboxId, [entry]);
    }
    this.#count += recipients.size;
    this.#newestId = fanOutId;
  }

  /** As of now: take it before reading the log, lest what is filed in between is in neither. */
  of(inboxId: number): readonly LoggedEntry[] {
    return [...(this.#byInbox.get(inboxId) ?? [])];
  }

  inboxes(): number[] {
    return [...this.#byInbox.keys()].toSorted((a, b) => a - b);
  }

  /** Forgets the first so many of an inbox: they are filed. */
  forget(inboxId: number, count: number): void {
    const known = this.#byInbox.get(inboxId);
    if (!known) return;
    this.#count -= Math.min(count, known.length);
    if (count >= known.length) this.#byInbox.delete(inboxId);
    else known.splice(0, count);
  }
}
