import type { UserId } from '@sotto/protocol';
import type { MinorOptions } from '../../options.ts';
import type { Platform } from '../../platform.ts';
import type { Txn } from '../../storage/index.ts';
import { isMinorNow, type AgeMark } from './age-rules.ts';
import { ageStore } from './age-store.ts';

/** Who is a minor, remembered: it is asked for every message and every file. */
export interface AgeBook {
  isMinor(userId: UserId): boolean;
  /** Null if nothing is kept of them. */
  find(userId: UserId): AgeMark | null;
  put(txn: Txn, userId: UserId, mark: AgeMark): Promise<void>;
  remove(txn: Txn, userId: UserId): Promise<void>;
  /** Reads what a command beside this server has written, and drops what is no more needed. */
  refresh(): Promise<void>;
  close(): void;
}

export type AgeBookDeps = Pick<Platform, 'db' | 'clock' | 'log'> & {
  readonly mode: MinorOptions['mode'];
  /** What others see of this person may be something else now. */
  readonly onChanged: (userId: UserId) => void;
};

/** How long a command beside the server waits until it is noticed. */
const REFRESH_MS = 5_000;
/** Two programs' clocks, and a transaction that commits later than it began. */
const OVERLAP_MS = 60_000;

export async function openAgeBook(deps: AgeBookDeps): Promise<AgeBook> {
  const { db, clock, log, mode } = deps;
  const marks = new Map<UserId, AgeMark>();
  let readUpToMs = 0;
  // Before it is open there is nobody to be told.
  let isOpen = false;

  function remember(userId: UserId, mark: AgeMark): void {
    const before = marks.get(userId);
    marks.set(userId, mark);
    const isNews = before?.isMinor !== mark.isMinor || before.untilMs !== mark.untilMs;
    if (isNews && isOpen) deps.onChanged(userId);
  }

  async function forgetGrown(): Promise<void> {
    const nowMs = clock.nowMs();
    const grown = [...marks].filter(([, { untilMs }]) => untilMs !== null && untilMs <= nowMs);
    if (grown.length === 0) return;
    await db.write((txn) =>
      mode === 'all' ? ageStore.markGrown(txn, nowMs) : ageStore.removeGrown(txn, nowMs),
    );
    for (const [userId] of grown) {
      if (mode === 'all') marks.set(userId, { isMinor: false, untilMs: null });
      else marks.delete(userId);
      if (isOpen) deps.onChanged(userId);
    }
  }

  async function refresh(): Promise<void> {
    for (const { userId, mark, changedMs } of await ageStore.listSince(db.read, readUpToMs)) {
      remember(userId, mark);
      readUpToMs = Math.max(readUpToMs, changedMs - OVERLAP_MS);
    }
    await forgetGrown();
  }

  async function refreshQuietly(): Promise<void> {
    try {
      await refresh();
    } catch (cause) {
      // NOTE: the next turn makes up for it.
      log.warn({ err: cause }, 'who is a minor could not be read again');
    }
  }

  if (mode !== 'off') await refresh();
  isOpen = true;
  const timer =
    mode === 'off' ? null : setInterval(() => void refreshQuietly(), REFRESH_MS).unref();

  return {
    isMinor: (userId) => isMinorNow(marks.get(userId), mode, clock.nowMs()),
    find: (userId) => marks.get(userId) ?? null,
    async put(txn, userId, mark) {
      await ageStore.put(txn, { userId, mark, changedMs: clock.nowMs() });
      txn.afterCommit(() => remember(userId, mark));
    },
    async remove(txn, userId) {
      await ageStore.remove(txn, userId);
      txn.afterCommit(() => marks.delete(userId));
    },
    refresh,
    close() {
      if (timer) clearInterval(timer);
    },
  };
}
