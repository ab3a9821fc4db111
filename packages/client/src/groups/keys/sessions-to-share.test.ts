import { expect, test } from 'vitest';
import { createSessionGatherer, type ScannedEvent } from './sessions-to-share.ts';

function message(session: string, atMs = 0, relation?: object): ScannedEvent {
  const content = { session_id: session, ciphertext: '…', ...relation };
  return { type: 'm.room.encrypted', content, origin_server_ts: atMs };
}

const member: ScannedEvent = {
  type: 'm.room.member',
  state_key: '@noor:s.test',
  content: { membership: 'join' },
  origin_server_ts: 0,
};
const unsent: ScannedEvent = { type: 'm.room.encrypted', content: {}, origin_server_ts: 0 };
const reaction = message('reaction', 0, { 'm.relates_to': { rel_type: 'm.annotation' } });
const edit = message('edit', 0, { 'm.relates_to': { rel_type: 'm.replace' } });

function gathered(
  choice: Parameters<typeof createSessionGatherer>[0],
  newestFirst: readonly ScannedEvent[],
): readonly string[] {
  const gatherer = createSessionGatherer(choice);
  for (const event of newestFirst) if (!gatherer.take(event)) break;
  return [...gatherer.sessionIds];
}

test('the last two messages are two, and no more', () => {
  const events = [message('c'), message('b'), message('a')];

  expect(gathered({ share: 'last', count: 2 }, events)).toEqual(['c', 'b']);
});

test('what is no message does not count, but its key comes along', () => {
  const events = [member, reaction, unsent, message('c'), edit, message('b'), message('a')];

  expect(gathered({ share: 'last', count: 2 }, events)).toEqual(['reaction', 'c', 'edit', 'b']);
});

test('since a moment means at that moment too, and nothing before', () => {
  const events = [message('c', 30), message('b', 20), message('a', 19)];

  expect(gathered({ share: 'since', since_ts: 20 }, events)).toEqual(['c', 'b']);
});

test('a key that several messages share is named once', () => {
  const events = [message('b', 30), message('b', 25), message('a', 20)];

  expect(gathered({ share: 'since', since_ts: 0 }, events)).toEqual(['b', 'a']);
});
