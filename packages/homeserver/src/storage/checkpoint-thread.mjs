// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';

/**
 * The thread behind `checkpointer.ts`: a connection of its own, told how to copy the write-ahead log
 * into the database. Plain JavaScript, so that Node.js starts it from the source as well as from the build.
 */

/** How long a restart waits for readers; the writer waits with it. */
const BUSY_MS_MAX = 100;

if (!parentPort) throw new Error('This file runs as a thread of the server.');
const port = parentPort;
const file = new SqliteDatabase(workerData.path, { fileMustExist: true, timeout: BUSY_MS_MAX });
file.pragma('synchronous = FULL');

port.on('message', (/** @type {'PASSIVE' | 'RESTART'} */ order) => {
  const [done] = /** @type {{ log: number }[]} */ (file.pragma(`wal_checkpoint(${order})`));
  port.postMessage({ frames: done?.log ?? 0 });
});
