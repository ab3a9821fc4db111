import type { EventId, JsonObject } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { checkInThread, parseThreadId, type ThreadedEvent } from './thread-rules.ts';

function codeOf(cause: unknown): string {
  return (cause as { code: string }).code;
}

const relates = (type: string, eventId: string): JsonObject => ({
  'm.relates_to': { rel_type: type, event_id: eventId },
});

const contents: Readonly<Record<string, JsonObject>> = {
  $root: {},
  $plain: {},
  $reply: relates('m.thread', '$root'),
  $edit: relates('m.replace', '$reply'),
  $reaction: relates('m.annotation', '$edit'),
  $tooFar: relates('m.annotation', '$reaction'),
  $ofRoot: relates('m.annotation', '$root'),
  $ofNothing: relates('m.annotation', '$gone'),
  $loop: relates('m.reference', '$loop'),
  $odd: { 'm.relates_to': ['m.thread'] },
  $odder: { 'm.relates_to': { rel_type: 1, event_id: '$root' } },
};

async function find(eventId: EventId): Promise<ThreadedEvent | null> {
  const content = contents[eventId];
  return content ? { eventId, content } : null;
}

test.each([
  { event: '$plain', thread: null, answer: 'ok' },
  { event: '$reply', thread: null, answer: 'ok' },
  { event: '$plain', thread: 'main', answer: 'ok' },
  { event: '$root', thread: 'main', answer: 'ok' },
  { event: '$ofRoot', thread: 'main', answer: 'ok' },
  { event: '$odd', thread: 'main', answer: 'ok' },
  { event: '$odder', thread: 'main', answer: 'ok' },
  { event: '$reply', thread: 'main', answer: 'receipt_thread_invalid' },
  { event: '$root', thread: '$root', answer: 'ok' },
  { event: '$reply', thread: '$root', answer: 'ok' },
  { event: '$edit', thread: '$root', answer: 'ok' },
  { event: '$reaction', thread: '$root', answer: 'ok' },
  { event: '$tooFar', thread: '$root', answer: 'receipt_thread_invalid' },
  { event: '$ofRoot', thread: '$root', answer: 'receipt_thread_invalid' },
  { event: '$ofNothing', thread: '$root', answer: 'receipt_thread_invalid' },
  { event: '$loop', thread: '$root', answer: 'receipt_thread_invalid' },
  { event: '$plain', thread: '$root', answer: 'receipt_thread_invalid' },
  { event: '$reply', thread: '$plain', answer: 'receipt_thread_invalid' },
  { event: '$reply', thread: 'other', answer: 'receipt_thread_invalid' },
])('$event in thread $thread: $answer', async ({ event, thread, answer }) => {
  const eventId = event as EventId;
  const checked = checkInThread(
    { eventId, content: contents[event] ?? {} },
    thread as EventId | null,
    find,
  );

  expect(await checked.then(() => 'ok', codeOf)).toBe(answer);
});

test.each([
  { value: undefined, answer: null },
  { value: 'main', answer: 'main' },
  { value: '$root', answer: '$root' },
  { value: 'x'.repeat(255), answer: 'x'.repeat(255) },
])('$value names the thread $answer', ({ value, answer }) => {
  expect(parseThreadId(value)).toBe(answer);
});

test.each([
  { value: '' },
  { value: null },
  { value: 1 },
  { value: {} },
  { value: 'x'.repeat(256) },
])('$value names no thread', ({ value }) => {
  expect(() => parseThreadId(value)).toThrow(
    expect.objectContaining({ code: 'receipt_thread_invalid' }),
  );
});
