import { BoundedMap } from '@sotto/kit';
import type { LoggedEntry } from './entry.ts';
import type { Head } from './store.ts';

/** Enough for a live device to catch up between two answers. */
const ENTRIES_PER_INBOX_MAX = 64;
const INBOXES_MAX = 20_000;
/** Heads are small, and every sync asks for one. */
const HEADS_MAX = 200_000;

/**
 * The newest entries of inboxes that something was delivered to, so that a live sync need not read what
 * was just written. Only where one process does all the writing: it is told of every commit, in order.
 */
export class RecentEntries {
  readonly #inboxes = new BoundedMap<number, LoggedEntry[]>(INBOXES_MAX);
  readonly #heads = new BoundedMap<number, Head>(HEADS_MAX);

  /** What one commit added to an inbox, ascending. */
  add(inboxId: number, entries: readonly LoggedEntry[]): void {
    const known = this.#inboxes.get(inboxId) ?? [];
    known.push(...entries);
    if (known.length > ENTRIES_PER_INBOX_MAX) known.splice(0, known.length - ENTRIES_PER_INBOX_MAX);
    this.#inboxes.set(inboxId, known);
    const newest = entries.at(-1);
    const before = this.#heads.get(inboxId);
    if (before && newest)
      this.#heads.set(inboxId, { head: newest.seq, compacted: before.compacted });
  }

  headOf(inboxId: number): Head | null {
    return this.#heads.get(inboxId) ?? null;
  }

  /** What was read, unless a commit that came in between knows better: heads only rise. */
  learnHead(inboxId: number, { head, compacted }: Head): void {
    const newest = this.#inboxes.get(inboxId)?.at(-1)?.seq ?? 0;
    this.#heads.set(inboxId, { head: Math.max(head, newest), compacted });
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
