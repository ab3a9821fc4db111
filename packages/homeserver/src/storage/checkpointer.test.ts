import { openSync, readSync, closeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createCheckpointer } from './checkpointer.ts';

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-checkpointer-'));
  const path = join(folder, 'sotto.db');
  const file = new SqliteDatabase(path);
  file.pragma('journal_mode = WAL');
  file.pragma('wal_autocheckpoint = 0');
  file.exec('create table note (text text)');
  onTestFinished(async () => {
    file.close();
    await rm(folder, { recursive: true });
  });
  const add = file.prepare('insert into note values (?)');
  return { path, addNote: () => add.run('x'.repeat(10_000)), startsOfLog: () => startsOf(path) };
}

/** How often the log has started over: the fourth word of its header. */
function startsOf(path: string): number {
  const header = Buffer.alloc(32);
  const log = openSync(`${path}-wal`, 'r');
  readSync(log, header, 0, 32, 0);
  closeSync(log);
  return header.readUInt32BE(12);
}

const turn = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve);
  });

test('the log is copied and starts over while commits go on', async () => {
  const { path, addNote, startsOfLog } = await setUp();
  const failures: Error[] = [];
  const checkpointer = createCheckpointer({
    path,
    everyMs: 0,
    onFailure: (cause) => failures.push(cause),
  });
  const before = startsOfLog();

  // Ends when the log has started over; without a checkpoint it never does.
  while (startsOfLog() === before && failures.length === 0) {
    await checkpointer.beforeCommit();
    addNote();
    await turn();
  }

  await checkpointer.close();
  expect(failures).toEqual([]);
  expect(startsOfLog()).toBeGreaterThan(before);
});

test('says so when the thread cannot work, and keeps nobody waiting', async () => {
  const { path } = await setUp();
  const fail: { with?: (cause: Error) => void } = {};
  const failure = new Promise<Error>((resolve) => {
    fail.with = resolve;
  });
  const checkpointer = createCheckpointer({
    path: `${path}.gone`,
    everyMs: 0,
    onFailure: (cause) => fail.with?.(cause),
  });

  const first = checkpointer.beforeCommit();

  expect((await failure).message).toContain('the thread');
  expect([first, checkpointer.beforeCommit()]).toEqual([null, null]);
});
