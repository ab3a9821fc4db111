import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createManualClock, invariant, createWorkQueue } from '@sotto/kit';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { systemRandom } from '../../../random.ts';
import { openMediaFiles } from '../files/media-files.ts';
import { createThumbnailer, type ThumbnailRequest } from './thumbnailer.ts';

const asked: ThumbnailRequest = { width: 32, height: 32, method: 'crop', animated: false };

/** A picture that was uploaded, and a thumbnailer that does one thing at a time. */
async function setUp() {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-thumbnails-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const clock = createManualClock();
  const files = await openMediaFiles({ directory, clock, random: systemRandom });
  const queue = createWorkQueue({ runningMax: 1, waitingMax: 0 });
  const thumbnailer = createThumbnailer(files, queue);

  const create = { width: 64, height: 64, channels: 3 as const, background: 'red' };
  const picture = await sharp({ create }).png().toBuffer();
  const fileId = systemRandom.token(18);
  await (await files.receive(Readable.from([picture]), picture.length)).keep(fileId);
  const original = await files.find(fileId);
  invariant(original, 'what was kept is found');
  return { queue, thumbnailer, fileId, original };
}

test('a file of 32 MiB is opened, a larger one is not', async () => {
  const { thumbnailer, fileId, original } = await setUp();
  const ofBytes = (bytes: number) => thumbnailer.get(fileId, { ...original, bytes }, asked);

  await expect(ofBytes(33_554_433)).rejects.toMatchObject({ code: 'too_large_to_thumbnail' });
  await expect(ofBytes(33_554_432)).resolves.toMatchObject({ variant: '32x32-crop' });
});

test('while too much is under way, what is new is turned away and what was made is not', async () => {
  const { queue, thumbnailer, fileId, original } = await setUp();
  await thumbnailer.get(fileId, original, asked);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const work = queue.run(() => held);

  const made = await thumbnailer.get(fileId, original, asked);
  const refused = thumbnailer.get(fileId, original, { ...asked, height: 16 });

  await expect(refused).rejects.toMatchObject({
    code: 'thumbnails_busy',
    detail: { retry_after_ms: 1_000 },
  });
  expect(made.variant).toBe('32x32-crop');
  release();
  await work;
  await expect(thumbnailer.get(fileId, original, { ...asked, height: 16 })).resolves.toMatchObject({
    variant: '32x16-crop',
  });
});
