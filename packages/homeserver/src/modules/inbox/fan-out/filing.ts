import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../../storage/index.ts';
import { fanOutStore, type FanOut } from './store.ts';
import { toRow, type InboxStore } from '../store.ts';
import { UnfiledEntries } from './unfiled.ts';

/** Rows of one commit: others wait for it. */
const FILED_AT_ONCE_MAX = 500;
const FILE_AFTER_MS = 10_000;
/** From here on, filing does not wait for its time. */
const FILE_FROM = 50_000;
/** How long others have the server to themselves after each commit, as a multiple of what it took. */
const REST_FACTOR = 4;
/** From here on, filing has not kept up: what comes is written into the logs at once. */
const UNFILED_MAX = 200_000;

export interface FilingDeps {
  readonly db: Database;
  readonly log: Logger;
  readonly store: InboxStore;
}

/**
 * Moves what was told to many into the logs of their inboxes, many entries of one inbox at a time: each
 * log lies in pages of its own, so that an entry for each of a thousand writes a thousand pages.
 */
export class Filing {
  readonly unfiled = new UnfiledEntries();
  readonly #deps: FilingDeps;
  #timer: NodeJS.Timeout | null = null;
  #underWay: Promise<void> | null = null;
  #closed = false;

  constructor(deps: FilingDeps) {
    this.#deps = deps;
  }

  /** Takes up what was not filed when the server stopped. */
  async open(): Promise<void> {
    for (const fanOut of await fanOutStore.list(this.#deps.db.read)) this.take(fanOut.id, fanOut);
  }

  get isFull(): boolean {
    return this.unfiled.count >= UNFILED_MAX;
  }

  /** What was committed. */
  take(id: number, { recipients }: FanOut): void {
    this.unfiled.add(id, recipients);
    this.#timer ??= setTimeout(() => this.#fileSoon(), FILE_AFTER_MS).unref();
    if (this.unfiled.count >= FILE_FROM) this.#fileSoon();
  }

  /** Files everything there is now. Ended half way, it begins again with nothing filed twice. */
  file(): Promise<void> {
    this.#underWay ??= this.#fileAll().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /** What is not filed by then is taken up when the server starts again. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#underWay?.catch(() => undefined);
  }

  #fileSoon(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.file().catch((err: unknown) => {
      // NOTE: nothing is lost; what comes next sets the time for another attempt.
      this.#deps.log.warn({ err }, 'what was told to many could not be filed');
    });
  }

  async #fileAll(): Promise<void> {
    const { db } = this.#deps;
    const { newestId } = this.unfiled;
    let inboxes: number[] = [];
    let rows = 0;
    for (const inboxId of this.unfiled.inboxes()) {
      inboxes.push(inboxId);
      rows += this.unfiled.of(inboxId).length;
      if (rows < FILED_AT_ONCE_MAX) continue;
      const begunMs = performance.now();
      await this.#fileSome(inboxes);
      [inboxes, rows] = [[], 0];
      if (this.unfiled.count < FILE_FROM) await pause((performance.now() - begunMs) * REST_FACTOR);
      if (this.#closed) return;
    }
    await this.#fileSome(inboxes);
    await db.write((txn) => fanOutStore.deleteUpTo(txn, newestId));
  }

  async #fileSome(inboxes: readonly number[]): Promise<void> {
    const { db, store } = this.#deps;
    const due = inboxes.map((inboxId) => ({ inboxId, entries: this.unfiled.of(inboxId) }));
    const rows = due.flatMap(({ inboxId, entries }) =>
      entries.map((entry) => toRow(inboxId, entry.seq, entry)),
    );
    if (rows.length === 0) return;
    await db.write(async (txn) => {
      await store.file(txn, rows);
      txn.afterCommit(() => {
        for (const { inboxId, entries } of due) this.unfiled.forget(inboxId, entries.length);
      });
    });
  }
}
