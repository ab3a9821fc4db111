import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { lockDataDir, lockPathOf } from './lock.ts';
import { openDataDir } from './open-data-dir.ts';
import { settleServerName } from './server-name.ts';
import { createWholeFile } from './whole-file.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

async function makeFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sotto-data-'));
  folders.push(path);
  return path;
}

const unnamed = { serverName: null, firstServerName: 'localhost' } as const;

test('the data folder is made for its owner only', async () => {
  const path = join(await makeFolder(), 'new', 'data');

  const opened = await openDataDir(path);

  expect(opened).toBe(path);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
});

test('a file in the place of the data folder is refused', async () => {
  const path = join(await makeFolder(), 'data');
  await writeFile(path, '');

  await expect(openDataDir(path)).rejects.toMatchObject({ code: 'data_dir_unusable' });
});

test('the name of the first start stays when none is given later', async () => {
  const folder = await makeFolder();
  const first = { serverName: 'chat.example.org', firstServerName: 'chat.example.org' };

  expect(await settleServerName(folder, first)).toBe('chat.example.org');
  expect(await settleServerName(folder, unnamed)).toBe('chat.example.org');
  expect(await settleServerName(folder, first)).toBe('chat.example.org');
});

test('a different name later is refused, and the message says what to do', async () => {
  const folder = await makeFolder();
  await settleServerName(folder, unnamed);

  const other = settleServerName(folder, { serverName: 'b.example', firstServerName: 'b.example' });

  await expect(other).rejects.toMatchObject({ code: 'server_name_changed' });
  await expect(other).rejects.toThrow(/belongs to the server "localhost".*set it to "localhost"/);
});

test('a server others can reach must be given a name', async () => {
  const folder = await makeFolder();

  const settled = settleServerName(folder, { serverName: null, firstServerName: null });

  await expect(settled).rejects.toThrow(/set SOTTO_SERVER_NAME/);
  expect(await readdir(folder)).toEqual([]);
});

test('of two creators of one file exactly one wins, and no draft stays behind', async () => {
  const folder = await makeFolder();
  const path = join(folder, 'once');

  const won = await Promise.all(['a', 'b', 'c'].map((text) => createWholeFile(path, text, 0o600)));

  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await readFile(path, 'utf8')).toBe(['a', 'b', 'c'][won.indexOf(true)]);
  expect(await readdir(folder)).toEqual(['once']);
});

test('a created file has its mode whatever the umask', async () => {
  const path = join(await makeFolder(), 'open');
  const before = process.umask(0o077);

  await createWholeFile(path, 'x', 0o644).finally(() => process.umask(before));

  expect((await stat(path)).mode & 0o777).toBe(0o644);
});

test('a second server on the same data folder is refused until the first ends', async () => {
  const folder = await makeFolder();
  const unlock = await lockDataDir(folder);

  await expect(lockDataDir(folder)).rejects.toMatchObject({ code: 'data_dir_in_use' });
  await unlock();

  await (
    await lockDataDir(folder)
  )();
});

test('a server killed without warning locks nobody out', async () => {
  const folder = await makeFolder();
  const path = lockPathOf(folder);
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
  const killed = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(killed.stdout, 'data');
  await expect(lockDataDir(folder)).rejects.toMatchObject({ code: 'data_dir_in_use' });

  killed.kill('SIGKILL');
  await once(killed, 'exit');

  expect(existsSync(path)).toBe(true);
  await (
    await lockDataDir(folder)
  )();
});
