import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createManualClock } from '@sotto/kit';
import { expect, onTestFinished, test } from 'vitest';
import { systemRandom } from '../../../random.ts';
import { openMediaFiles } from './media-files.ts';

async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'sotto-media-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const clock = createManualClock();
  const options = { directory: join(root, 'media'), clock, random: systemRandom };
  const files = await openMediaFiles(options);
  const listIncoming = () => readdir(join(options.directory, 'incoming'));
  return { files, options, clock, listIncoming };
}

const fileId = systemRandom.token(18);

function chunks(...lengths: number[]): Readable {
  return Readable.from(lengths.map((length) => Buffer.alloc(length, 'x')));
}

test('what was received is kept, and read back whole or in part', async () => {
  const { files, listIncoming } = await setUp();

  const received = await files.receive(
    Readable.from([Buffer.from('hello '), Buffer.from('you')]),
    9,
  );
  await received.keep(fileId);

  const file = await files.find(fileId);
  expect(received.bytes).toBe(9);
  expect(file?.bytes).toBe(9);
  expect(String(await buffer(file?.read() ?? Readable.from([])))).toBe('hello you');
  expect(String(await buffer(file?.read({ start: 6, end: 7 }) ?? Readable.from([])))).toBe('yo');
  expect(await listIncoming()).toEqual([]);
});

test('nobody but the server may read the files', async () => {
  const { files, options } = await setUp();

  await (await files.receive(chunks(1), 1)).keep(fileId);

  const folder = join(options.directory, 'files', fileId.slice(0, 2));
  expect((await stat(options.directory)).mode & 0o777).toBe(0o700);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, fileId))).mode & 0o777).toBe(0o600);
});

test('a byte too many leaves nothing, and the rest is read so that the answer gets through', async () => {
  const { files, listIncoming } = await setUp();
  const stream = chunks(4, 4, 4, 4);

  const refused = files.receive(stream, 7);

  await expect(refused).rejects.toMatchObject({ code: 'upload_too_large' });
  expect(await listIncoming()).toEqual([]);
  await expect.poll(() => stream.readableEnded).toBe(true);
});

test('exactly as much as may be is kept', async () => {
  const { files } = await setUp();

  expect((await files.receive(chunks(4, 4), 8)).bytes).toBe(8);
});

test('a stream that breaks off leaves nothing', async () => {
  const { files, listIncoming } = await setUp();
  const gone = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(4);
      throw gone;
    })(),
  );

  await expect(files.receive(broken, 100)).rejects.toMatchObject({ code: 'upload_interrupted' });
  expect(await listIncoming()).toEqual([]);
});

test('what was discarded or removed is gone', async () => {
  const { files, listIncoming } = await setUp();

  await (await files.receive(chunks(1), 1)).discard();
  await (await files.receive(chunks(1), 1)).keep(fileId);
  await files.remove(fileId);
  await files.remove(fileId);

  expect(await listIncoming()).toEqual([]);
  expect(await files.find(fileId)).toBeNull();
});

test('a start clears away what a crash left a day ago, and nothing newer', async () => {
  const { options, clock, listIncoming } = await setUp();
  const nowSeconds = clock.nowMs() / 1_000;
  for (const [name, ageSeconds] of [
    ['old', 86_401],
    ['young', 86_399],
  ] as const) {
    const path = join(options.directory, 'incoming', name);
    await writeFile(path, '');
    await utimes(path, nowSeconds, nowSeconds - ageSeconds);
  }

  await openMediaFiles(options);

  expect(await listIncoming()).toEqual(['young']);
});

test.each([
  { id: '../../../etc/passwd' },
  { id: 'short' },
  { id: 'x'.repeat(65) },
  { id: 'aaaaaaaaaaaaaaaaaaaaaaa/' },
  { id: 'aaaaaaaaaaaaaaaaaaaaaaa\0' },
])('$id never becomes a path', async ({ id }) => {
  const { files } = await setUp();

  expect(() => files.find(id)).toThrow('file ids are drawn here');
});
