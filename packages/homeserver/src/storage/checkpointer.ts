import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Checkpointer {
  /** Call before each commit. Gives something to wait for only when the log has become too long. */
  beforeCommit(): Promise<void> | null;
  close(): Promise<void>;
}

interface Options {
  readonly path: string;
  readonly everyMs?: number;
  /** The thread is gone: nobody else copies the log from now on. */
  readonly onFailure: (cause: Error) => void;
}

/** Long enough that pages written again and again are copied once, short enough for a small log. */
const CHECKPOINT_EVERY_MS = 1_000;

/** 64 MB. A log only starts over when a checkpoint meets no commit, which under full load never happens. */
const FRAMES_MAX = 16_384;

/**
 * Copies SQLite's write-ahead log into the database on a thread of its own: inside a commit, as SQLite
 * does by itself, every thousandth page would have everybody wait for it. Nothing is acknowledged by
 * this: commits are durable in the log.
 *
 * @see https://www.sqlite.org/wal.html#ckpt
 */
export function createCheckpointer({
  path,
  everyMs = CHECKPOINT_EVERY_MS,
  onFailure,
}: Options): Checkpointer {
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<void> | null = null;
  let isTooLong = false;
  let hasFailed = false;

  function start(): Worker {
    const worker = new Worker(new URL('checkpoint-thread.mjs', import.meta.url), {
      workerData: { path },
    });
    worker.unref();
    worker.on('error', (cause) => {
      hasFailed = true;
      onFailure(new Error('the thread that copies the log into the database ended', { cause }));
    });
    return worker;
  }

  async function run(order: 'PASSIVE' | 'RESTART'): Promise<void> {
    thread ??= start();
    send(thread, order);
    try {
      const [{ frames }] = (await once(thread, 'message')) as [{ frames: number }];
      isTooLong = order === 'PASSIVE' && frames > FRAMES_MAX;
    } catch {
      // NOTE: `once` throws what the thread threw; `onFailure` has been told of it.
      isTooLong = false;
    }
  }

  function checkpoint(order: 'PASSIVE' | 'RESTART'): Promise<void> {
    underWay ??= run(order).finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    beforeCommit() {
      if (hasFailed) return null;
      timer ??= setTimeout(() => {
        timer = null;
        void checkpoint('PASSIVE');
      }, everyMs).unref();
      return isTooLong && !underWay ? checkpoint('RESTART') : null;
    },
    async close() {
      if (timer) clearTimeout(timer);
      await underWay;
      // Asked to end by itself, a thread was seen to stay; its connection closes with it either way.
      await thread?.terminate();
    },
  };
}

function send(thread: Worker, order: 'PASSIVE' | 'RESTART'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A thread has no origin.
  thread.postMessage(order);
}
