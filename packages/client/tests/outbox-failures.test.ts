import { expect, test, vi } from 'vitest';
import { RequestRefused } from '../src/session/problems.ts';
import { keyAt, openTestOutbox, room, stages, useTestTimers } from './support/test-outbox.ts';

useTestTimers();

test('a lost answer is asked for again under the same key', async () => {
  const { outbox, keys, sent, respond, settled } = await openTestOutbox();
  respond(async () => {
    respond(async () => undefined);
    throw new TypeError('network lost');
  });

  outbox.queueText(room, 'one');
  await settled();
  expect(stages(outbox)).toEqual(['queued']);
  await vi.advanceTimersByTimeAsync(2_000);

  expect(sent).toEqual(['one']);
  expect(new Set(keys).size).toBe(1);
});

test('later messages do not overtake one that waits for the server', async () => {
  const { outbox, sent, respond, settled } = await openTestOutbox();
  respond(() => Promise.reject(new TypeError('network lost')));
  outbox.queueText(room, 'one');
  outbox.queueText(room, 'two');
  await settled();
  respond(async () => undefined);

  await vi.advanceTimersByTimeAsync(5_000);

  expect(sent).toEqual(['one', 'two']);
});

test('a refused message stays with its failure and does not hold up the next', async () => {
  const { outbox, kept, sent, respond, settled } = await openTestOutbox();
  respond(async ({ content }) => {
    if (content.kind === 'text' && content.text === 'one') {
      throw new RequestRefused(403, { errcode: 'M_FORBIDDEN' });
    }
  });

  outbox.queueText(room, 'one');
  outbox.queueText(room, 'two');
  await settled();

  expect(sent).toEqual(['two']);
  expect(stages(outbox)).toEqual(['failed', 'sent']);
  expect((await kept.list()).map(({ failed }) => failed)).toEqual([true]);
});

test('trying again sends a failed message, discarding forgets it', async () => {
  const { outbox, kept, sent, respond, settled } = await openTestOutbox();
  respond(() => Promise.reject(new RequestRefused(403, { errcode: 'M_FORBIDDEN' })));
  outbox.queueText(room, 'one');
  outbox.queueText(room, 'two');
  await settled();
  respond(async () => undefined);

  outbox.discard(room, keyAt(outbox, 1));
  outbox.retry(room, keyAt(outbox, 0));
  await settled();

  expect(sent).toEqual(['one']);
  expect(stages(outbox)).toEqual(['sent']);
  expect(await kept.list()).toEqual([]);
});

test('a server that asks to slow down is obeyed', async () => {
  const { outbox, sent, respond, settled } = await openTestOutbox();
  respond(async () => {
    respond(async () => undefined);
    throw new RequestRefused(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 9_000 });
  });
  outbox.queueText(room, 'one');
  await settled();

  await vi.advanceTimersByTimeAsync(8_999);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  expect(sent).toEqual(['one']);
});

test('a server that keeps breaking is given up on after a while', async () => {
  const { outbox, keys, respond } = await openTestOutbox();
  respond(() => Promise.reject(new RequestRefused(500, {})));
  outbox.queueText(room, 'one');

  await vi.advanceTimersByTimeAsync(10 * 60_000);

  expect(keys).toHaveLength(6);
  expect(stages(outbox)).toEqual(['failed']);
});
