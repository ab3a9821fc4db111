import './support/sdk-in-node.ts';
import * as fc from 'fast-check';
import { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import type { Message, TimelineItem } from '../src/index.ts';
import { createPeople } from '../src/people/people.ts';
import { ItemList } from '../src/timeline/item-list.ts';
import { createItemReader } from '../src/timeline/item-reader.ts';
import { noticeText } from '../src/timeline/notices/notice-text.ts';

const me = '@mira:s.test' as UserId;
const others = ['@jonas:s.test', '@noor:s.test'];
const roomId = '!room';

/** A room of three, without a server: what happens in it is put there by hand. */
function setUp() {
  const client = new MatrixClient({ baseUrl: 'https://s.test', userId: me, deviceId: 'D' });
  const room = new Room(roomId, client, me, { timelineSupport: true });
  const nobodyKnown = { find: () => null, note: () => undefined };
  const people = createPeople({ client, userId: me }, nobodyKnown);
  const reader = createItemReader(room, me, people, {
    notices: () => noticeText,
    doubtful: { get: () => new Set() },
  });
  let count = 0;
  const make = (sender: string, extra: object) =>
    new MatrixEvent({
      event_id: `$${(count += 1)}`,
      room_id: roomId,
      origin_server_ts: count,
      sender,
      ...extra,
    });
  const message = (sender: string) =>
    make(sender, { type: 'm.room.message', content: { msgtype: 'm.text', body: 'Hello' } });
  room.currentState.setStateEvents(
    [me, ...others].map((userId) =>
      make(userId, { type: 'm.room.member', state_key: userId, content: { membership: 'join' } }),
    ),
  );
  const events = () => room.getLiveTimeline().getEvents();
  return {
    fresh: () => new ItemList(room, me, reader),
    events,
    arrive: (sender: string) => room.addLiveEvents([message(sender)], { addToState: false }),
    member: (userId: string, change: { by: string; to: string; from?: string; more?: object }) =>
      make(change.by, {
        type: 'm.room.member',
        state_key: userId,
        content: { membership: change.to, ...change.more },
        unsigned: { prev_content: { membership: change.from ?? 'leave' } },
      }),
    happen: (event: MatrixEvent) => room.addLiveEvents([event], { addToState: false }),
    prepend: (sender: string, event = message(sender)) => {
      const set = room.getUnfilteredTimelineSet();
      set.addEventsToTimeline([event], true, false, room.getLiveTimeline(), 'token');
    },
    read: (userId: string, event: MatrixEvent) => {
      const content = { [event.getId() ?? '']: { 'm.read': { [userId]: { ts: (count += 1) } } } };
      room.addReceipt(new MatrixEvent({ type: 'm.receipt', room_id: roomId, content }));
    },
    remove: (event: MatrixEvent) => {
      const redaction = make(me, { type: 'm.room.redaction', redacts: event.getId(), content: {} });
      event.makeRedacted(redaction, room);
    },
  };
}

const deliveries = (items: readonly TimelineItem[]) =>
  items.flatMap((item) => (item.kind === 'message' && item.mine ? item.delivery : []));

test('a message is read once every other has read it or something after it', async () => {
  const { fresh, arrive, read, events } = setUp();
  await arrive(me);
  await arrive(me);
  const [first, second] = events();
  const list = fresh();
  if (!first || !second) throw new Error('nothing arrived');

  expect(deliveries(list.items())).toEqual(['sent', 'sent']);
  read('@jonas:s.test', second);
  list.touch();
  expect(deliveries(list.items())).toEqual(['sent', 'sent']);
  read('@noor:s.test', first);
  list.touch();

  expect(deliveries(list.items())).toEqual(['read', 'sent']);
});

test('an answer shows that what came before it was delivered, not that it was read', async () => {
  const { fresh, arrive } = setUp();
  await arrive(me);
  await arrive('@jonas:s.test');
  await arrive('@noor:s.test');
  await arrive(me);

  expect(deliveries(fresh().items())).toEqual(['delivered', 'sent']);
});

test('a list that was kept current equals one that is made anew, whatever happened', async () => {
  const somebody = fc.constantFrom(me, ...others);
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('arrive'), who: somebody, at: fc.nat() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('prepend'), who: somebody, at: fc.nat() }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('read'),
        who: fc.constantFrom(...others),
        at: fc.nat(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('remove'), who: somebody, at: fc.nat() }),
    },
  );

  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { fresh, arrive, prepend, read, remove, events } = setUp();
      const list = fresh();
      for (const { kind, who, at } of steps) {
        const event = events()[at % Math.max(1, events().length)];
        if (kind === 'arrive') await arrive(who);
        else if (kind === 'prepend') prepend(who);
        else if (event && kind === 'read') read(who, event);
        else if (event) {
          remove(event);
          list.refresh(event);
        }
        list.touch();
        expect(list.items()).toEqual(fresh().items());
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('what did not change stays the same object, and an unchanged list the same list', async () => {
  const { fresh, arrive } = setUp();
  await arrive(me);
  await arrive('@jonas:s.test');
  const list = fresh();
  const before = list.items();

  list.touch();
  expect(list.items()).toBe(before);
  await arrive('@noor:s.test');
  list.touch();

  const after = list.items() as readonly Message[];
  expect(after).toHaveLength(3);
  expect(after[1]).toBe(before[1]);
});

test('who was added and is in at once is told of once, also where the invitation is loaded later', async () => {
  const { fresh, member, happen, prepend } = setUp();
  const [jonas = '', noor = ''] = others;
  const more = { 'app.sotto.history': { share: 'none' } };
  const invitation = member(noor, { by: jonas, to: 'invite', more });
  await happen(member(noor, { by: noor, to: 'join', from: 'invite' }));
  const list = fresh();
  const before = list.items().length;

  prepend(jonas, invitation);
  list.touch();

  expect(before).toBe(1);
  expect(list.items()).toHaveLength(1);
  expect(list.items()).toEqual(fresh().items());
  expect(list.items()[0]).toMatchObject({ text: expect.stringContaining('added') });
});
