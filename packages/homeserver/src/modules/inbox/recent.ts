import { BoundedMap } from '@sotto/kit';
import type { LoggedEntry } from './entry.ts';

/** Enough for a live device to catch up between two answers. */
const ENTRIES_PER_INBOX_MAX = 64;
const INBOXES_MAX = 20_000;

/**
 * The newest entries of inboxes that something was delivered to, so that a live sync need not read what
 * was just written. Only where one process does all the writing: it is told of every commit, in order.
 */
export class RecentEntries {
  readonly #inboxes = new BoundedMap<number, LoggedEntry[]>(INBOXES_MAX);

  /** What one commit added to an inbox, ascending. */
  add(inboxId: number, entries: readonly LoggedEntry[]): void {
    const known = this.#inboxes.get(inboxId) ?? [];
    known.push(...entries);
    if (known.length > ENTRIES_PER_INBOX_MAX) known.splice(0, known.length - ENTRIES_PER_INBOX_MAX);
    this.#inboxes.set(inboxId, known);
  }

  /** The entries after `after` up to `upTo`, or null if some of them are not remembered. */
  find(inboxId: number, { after, upTo }: { after: number; upTo: number }): LoggedEntry[] | null {
    const known = this.#inboxes.get(inboxId);
    const [first] = known ?? [];
    if (!known || !first || first.seq > after + 1) return null;
    // Every commit is told, so no number is missing between the first and the last.
    return known.slice(after + 1 - first.seq, upTo + 1 - first.seq);
  }
}
