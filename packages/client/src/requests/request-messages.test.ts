import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent, type IEvent } from 'matrix-js-sdk/lib/models/event.js';
import { expect, test } from 'vitest';
import type { ListedRequest } from './request-answer.ts';
import { openMessages, readMessages } from './request-messages.ts';

const PHOTO = { msgtype: 'm.image', body: 'sea.jpg', url: 'mxc://sotto.test/photo' };

function said(content: Readonly<Record<string, unknown>>, more: Partial<IEvent> = {}): MatrixEvent {
  return new MatrixEvent({
    event_id: '$1',
    room_id: '!room',
    sender: '@mira:sotto.test',
    origin_server_ts: 7,
    type: 'm.room.message',
    content,
    ...more,
  });
}

test.each<[string, MatrixEvent, { kind: string; text: string }]>([
  ['words', said({ msgtype: 'm.text', body: 'Hello.' }), { kind: 'text', text: 'Hello.' }],
  ['a notice', said({ msgtype: 'm.notice', body: 'Hello.' }), { kind: 'text', text: 'Hello.' }],
  ['an emote', said({ msgtype: 'm.emote', body: 'waves' }), { kind: 'text', text: 'waves' }],
  ['a place', said({ msgtype: 'm.location', body: 'Here.' }), { kind: 'other', text: '' }],
  ['a sticker', said({ body: 'A cat.' }, { type: 'm.sticker' }), { kind: 'other', text: '' }],
])('%s is read as such', (_what, event, read) => {
  expect(readMessages([event])).toEqual([{ key: '$1', sentAtMs: 7, ...read }]);
});

test.each([
  ['unsent', said({}, { unsigned: { redacted_because: {} as IEvent } })],
  ['an edit', said({ 'm.relates_to': { rel_type: 'm.replace', event_id: '$0' } })],
  ['a reaction', said({ 'm.relates_to': { rel_type: 'm.annotation', event_id: '$0', key: '👍' } })],
  ['of a kind nobody writes', said({ body: 'Hello.' }, { type: 'org.example.ad' })],
])('what is %s is left out', (_what, event) => {
  expect(readMessages([event])).toEqual([]);
});

test('while a message is just being opened nothing is said of any', () => {
  const closed = said({ algorithm: 'm.megolm.v1.aes-sha2' }, { type: 'm.room.encrypted' });

  expect(readMessages([said({ msgtype: 'm.text', body: 'Hello.' }), closed])).toBeNull();
});

test('what is open stays open, and what was unsent since is read again', () => {
  const raw = (id: string, unsigned = {}) => ({ event_id: id, unsigned });
  const known = [said(PHOTO, { event_id: '$a' }), said(PHOTO, { event_id: '$b' })];
  const opened: unknown[] = [];
  const client = {
    getEventMapper: () => (message: Partial<IEvent>) => {
      opened.push(message.event_id);
      return new MatrixEvent(message);
    },
  };
  const messages = [raw('$a'), raw('$b', { redacted_because: {} }), raw('$c')];

  const events = openMessages(
    // SAFETY: making events is all that is asked of the client.
    client as unknown as MatrixClient,
    // SAFETY: an event's id and whether it was unsent are all that is looked at.
    messages as unknown as ListedRequest['messages'],
    known,
  );

  expect(events[0]).toBe(known[0]);
  expect(opened).toEqual(['$b', '$c']);
});
