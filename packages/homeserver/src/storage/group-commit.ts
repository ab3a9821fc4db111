import type { Checkpointer } from './checkpointer.ts';
import { LostRaceError, WRITE_ATTEMPTS_MAX, type Db, type Txn } from './database.ts';

interface Waiting {
  readonly run: (txn: Txn) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

interface Done {
  readonly waiting: Waiting;
  readonly effects: readonly (() => void)[];
  readonly value: unknown;
}

/** Enough to make one fsync cheap per write, few enough to keep a batch under a few milliseconds. */
const BATCH_WRITES_MAX = 64;

interface Options extends Pick<Checkpointer, 'beforeCommit'> {
  readonly connection: Db;
  /** Runs a statement on the same connection, at once. */
  readonly execute: (statement: string) => void;
}

export interface GroupCommit {
  write<Value>(work: (txn: Txn) => Promise<Value>): Promise<Value>;
  /** Resolves when everything handed in so far is committed. */
  drain(): Promise<void>;
}

/**
 * SQLite allows one writer. Everything that waits while a commit is under way goes into the next
 * one: each piece in its own savepoint, so that a refusal undoes only itself, and one fsync for all.
 */
export function createGroupCommit({ connection, execute, beforeCommit }: Options): GroupCommit {
  const queue: Waiting[] = [];
  let pumping: Promise<void> | null = null;

  function rollBack(): void {
    try {
      execute('rollback');
    } catch {
      // NOTE: SQLite has rolled back already; which failures do that is its own decision.
    }
  }

  async function runOne(waiting: Waiting): Promise<Done | null> {
    for (let attempt = 1; ; attempt += 1) {
      const effects: (() => void)[] = [];
      const txn: Txn = {
        engine: 'sqlite',
        db: connection,
        afterCommit: (effect) => effects.push(effect),
      };
      execute('savepoint piece');
      try {
        const value = await waiting.run(txn);
        execute('release piece');
        return { waiting, effects, value };
      } catch (cause) {
        execute('rollback to piece');
        execute('release piece');
        if (cause instanceof LostRaceError && attempt < WRITE_ATTEMPTS_MAX) continue;
        waiting.reject(cause);
        return null;
      }
    }
  }

  async function commitBatch(batch: readonly Waiting[]): Promise<void> {
    const done: Done[] = [];
    try {
      execute('begin immediate');
      for (const waiting of batch) {
        const outcome = await runOne(waiting);
        if (outcome) done.push(outcome);
      }
      execute('commit');
    } catch (cause) {
      // NOTE: the disk is full or gone. Nothing of this batch was acknowledged, so nothing is lost.
      rollBack();
      for (const waiting of batch) waiting.reject(cause);
      return;
    }
    for (const { waiting, effects, value } of done) {
      for (const effect of effects) effect();
      waiting.resolve(value);
    }
  }

  async function pump(): Promise<void> {
    while (queue.length > 0) {
      // One turn of the event loop: requests that arrived together commit together.
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      await beforeCommit();
      await commitBatch(queue.splice(0, BATCH_WRITES_MAX));
    }
    pumping = null;
  }

  return {
    write<Value>(work: (txn: Txn) => Promise<Value>): Promise<Value> {
      return new Promise<Value>((resolve, reject) => {
        // SAFETY: `run` gives back what `work` gave, so the value handed to `resolve` is a Value.
        queue.push({ run: work, resolve: resolve as (value: unknown) => void, reject });
        pumping ??= pump();
      });
    },
    async drain() {
      // What is written while this waits is part of the same pump.
      await pumping;
    },
  };
}
