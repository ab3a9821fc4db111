import { expect, test, vi } from 'vitest';
import { createSubject } from '../src/index.ts';
import type { PreparedFile } from '../src/media/prepare/prepared-file.ts';
import {
  draft,
  keyAt,
  openTestOutbox,
  photo,
  room,
  stages,
  useTestTimers,
} from './support/test-outbox.ts';

useTestTimers();

test('a photo being prepared keeps its place before the text written after it', async () => {
  const { outbox, sent, settled } = await openTestOutbox();
  let ready: (file: PreparedFile) => void = () => undefined;
  outbox.queueFile(room, () => new Promise((resolve) => (ready = resolve)), draft);
  outbox.queueText(room, 'the sea');
  await settled();
  expect(stages(outbox)).toEqual(['preparing', 'queued']);

  ready(photo);
  await settled();

  expect(sent).toEqual(['sea.jpg', 'the sea']);
});

test('the bytes of a photo that waits survive a restart', async () => {
  const before = await openTestOutbox({ online: createSubject(false) });
  before.outbox.queueFile(room, async () => photo, draft);
  await before.settled();
  before.outbox.close();

  const after = await openTestOutbox({ kept: before.kept });

  const content = after.outbox.findRecord(keyAt(after.outbox, 0))?.content;
  expect(content).toMatchObject({ kind: 'file', file: { bytes: photo.bytes } });
});

test('an upload that is done is not repeated, not even after a restart', async () => {
  const before = await openTestOutbox();
  before.respond(() => Promise.reject(new TypeError('network lost')));
  before.outbox.queueFile(room, async () => photo, draft);
  await before.settled();
  before.outbox.close();

  const after = await openTestOutbox({ kept: before.kept });
  after.outbox.resume();
  await after.settled();

  expect(before.uploads).toEqual(['sea.jpg']);
  expect(after.sent).toEqual(['sea.jpg']);
  expect(after.uploads).toEqual([]);
});

test('a file that cannot be read fails, and may be tried again', async () => {
  const { outbox, sent, settled } = await openTestOutbox();
  const prepare = vi.fn<() => Promise<PreparedFile>>().mockRejectedValueOnce(new Error('gone'));
  prepare.mockResolvedValueOnce(photo);
  outbox.queueFile(room, prepare, draft);
  await settled();
  expect(stages(outbox)).toEqual(['failed']);

  outbox.retry(room, keyAt(outbox, 0));
  await settled();

  expect(sent).toEqual(['sea.jpg']);
});
