import { expect, test } from 'vitest';
import { createSubject } from '../src/index.ts';
import {
  keyAt,
  openTestOutbox,
  otherRoom,
  room,
  stages,
  useTestTimers,
} from './support/test-outbox.ts';

useTestTimers();

test('messages of a conversation leave one after the other, in the order they were written', async () => {
  const { outbox, sent, respond, settled } = await openTestOutbox();
  const gates: (() => void)[] = [];
  respond(() => new Promise((resolve) => gates.push(resolve)));

  outbox.queueText(room, 'one');
  outbox.queueText(room, 'two');
  await settled();
  expect(stages(outbox)).toEqual(['sending', 'queued']);
  gates.shift()?.();
  await settled();
  gates.shift()?.();
  await settled();

  expect(sent).toEqual(['one', 'two']);
  expect(stages(outbox)).toEqual(['sent', 'sent']);
});

test('a message stands in the timeline before anything is written or sent', async () => {
  const { outbox } = await openTestOutbox();

  outbox.queueText(room, 'one');

  expect(stages(outbox)).toEqual(['queued']);
});

test('without a connection messages wait, and leave when it is back', async () => {
  const { outbox, online, sent, settled } = await openTestOutbox({ online: createSubject(false) });
  outbox.queueText(room, 'one');
  outbox.queueText(room, 'two');
  await settled();
  expect(sent).toEqual([]);

  online.set(true);
  await settled();

  expect(sent).toEqual(['one', 'two']);
});

test('what waits survives a restart, in order, and is sent under the same keys', async () => {
  const before = await openTestOutbox({ online: createSubject(false) });
  before.outbox.queueText(room, 'one');
  before.outbox.queueText(room, 'two');
  await before.settled();
  const keys = [keyAt(before.outbox, 0), keyAt(before.outbox, 1)];
  before.outbox.close();

  const after = await openTestOutbox({ kept: before.kept });
  after.outbox.queueText(room, 'three');
  after.outbox.resume();
  await after.settled();

  expect(after.sent).toEqual(['one', 'two', 'three']);
  expect(after.keys.slice(0, 2)).toEqual(keys);
});

test('a message that left is not kept for the next start', async () => {
  const { outbox, kept, settled } = await openTestOutbox();

  outbox.queueText(room, 'one');
  await settled();

  expect(await kept.list()).toEqual([]);
});

test('conversations do not wait for each other', async () => {
  const { outbox, sent, respond, settled } = await openTestOutbox();
  respond(({ roomId }) => (roomId === room ? new Promise(() => undefined) : Promise.resolve()));

  outbox.queueText(room, 'stuck');
  outbox.queueText(otherRoom, 'free');
  await settled();

  expect(sent).toEqual(['free']);
});

test('a message that came back before its answer is not sent twice', async () => {
  const { outbox, kept, sent, respond, settled } = await openTestOutbox();
  respond(async ({ key }) => outbox.settle(room, key));

  outbox.queueText(room, 'one');
  await settled();

  expect(sent).toEqual(['one']);
  expect(stages(outbox)).toEqual([]);
  expect(await kept.list()).toEqual([]);
});
