import { VISIBLE_THINGS, type RoomId, type UserId } from '@sotto/protocol';
import { describe, expect, test, vi } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  ask,
  join,
  send,
  setAccountData,
  setContact,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import { isShown, readVisibility } from './visibility-rules.ts';

const JONAS = '@jonas:sotto.test' as UserId;
const KITCHEN = '!kitchen' as RoomId;

describe('who sees it', () => {
  const viewer = { userId: JONAS, isContact: false, roomId: KITCHEN };

  test.each([
    ['everyone, if nothing is said', {}, viewer, true],
    ['nobody', { audience: 'nobody' }, viewer, false],
    ['no stranger', { audience: 'contacts' }, viewer, false],
    ['a contact', { audience: 'contacts' }, { ...viewer, isContact: true }, true],
    [
      'this person though nobody else',
      { audience: 'nobody', people: { [JONAS]: true } },
      viewer,
      true,
    ],
    ['not this person', { people: { [JONAS]: false } }, viewer, false],
    ['not in this room', { rooms: { [KITCHEN]: false } }, viewer, false],
    ['in this room', { audience: 'nobody', rooms: { [KITCHEN]: true } }, viewer, true],
    ['elsewhere', { rooms: { [KITCHEN]: false } }, { ...viewer, roomId: null }, true],
    [
      'this person before this room',
      { people: { [JONAS]: true }, rooms: { [KITCHEN]: false } },
      viewer,
      true,
    ],
  ] as const)('%s', (_says, settings, who, shown) => {
    for (const thing of VISIBLE_THINGS) {
      expect(isShown({ [thing]: settings }, thing, who)).toBe(shown);
      const other = thing === 'typing' ? 'receipts' : 'typing';
      expect(isShown({ [thing]: settings }, other, who)).toBe(true);
    }
  });

  const peopleOf = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`@u${index}:x.y`, true]));

  test.each([
    ['an unknown audience', { receipts: { audience: 'friends' } }],
    ['an unknown thing', { location: { audience: 'nobody' } }],
    ['a word for yes', { typing: { people: { [JONAS]: 'yes' } } }],
    ['501 exceptions', { typing: { people: peopleOf(501) } }],
    ['a list', []],
  ])('is not said by %s', (_says, content) => {
    expect(() => readVisibility(content)).toThrow(
      expect.objectContaining({ code: 'visibility_invalid' }),
    );
    expect(() => readVisibility({ typing: { people: peopleOf(500) } })).not.toThrow();
  });
});

describeEachDatabase('visibility', (open) => {
  async function setUp() {
    const home = await startWith(open, ['mira', 'jonas', 'noor']);
    const { mira, jonas, noor } = home;
    // A group, so that nobody is a contact by having accepted.
    const { body } = await noor.call('POST', `${V3}/createRoom`, {
      invite: [mira.userId, jonas.userId],
    });
    const roomId: string = body.room_id;
    await join(mira, roomId);
    await join(jonas, roomId);
    return { ...home, roomId };
  }

  const show = (by: TestDevice, settings: object) =>
    setAccountData(by, 'app.sotto.visibility', settings);

  async function readersSeenBy(viewer: TestDevice, roomId: string): Promise<string[]> {
    const { ephemeral } = (await syncRooms(viewer)).body.rooms.join[roomId];
    const receipts = ephemeral?.events.find(({ type }: { type: string }) => type === 'm.receipt');
    return Object.values(receipts?.content ?? {})
      .flatMap((byType) =>
        // SAFETY: the shape of a receipt event's content.
        Object.keys((byType as { 'm.read': object })['m.read']),
      )
      .toSorted();
  }

  async function readAll(roomId: string, writer: TestDevice, readers: TestDevice[]) {
    const { body } = await send(writer, roomId);
    for (const reader of readers) {
      await reader.call('POST', `${V3}/rooms/${roomId}/receipt/m.read/${body.event_id}`, {});
    }
  }

  test('receipts for contacts only are seen by contacts only, and seen of them only', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await setContact(mira, noor, { contact: true });
    await show(mira, { receipts: { audience: 'contacts' } });

    await readAll(roomId, noor, [mira, jonas]);

    const all = [jonas.userId, mira.userId];
    expect(await readersSeenBy(noor, roomId)).toEqual(all);
    expect(await readersSeenBy(jonas, roomId)).toEqual([jonas.userId]);
    expect(await readersSeenBy(mira, roomId)).toEqual([mira.userId]);
  });

  test('who becomes a contact sees them, who ends being one does not', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await show(mira, { receipts: { audience: 'contacts' } });
    await readAll(roomId, noor, [mira]);

    const before = await readersSeenBy(jonas, roomId);
    await setContact(mira, jonas, { contact: true });
    const during = await readersSeenBy(jonas, roomId);
    await setContact(mira, jonas, { contact: false });

    expect([before, during, await readersSeenBy(jonas, roomId)]).toEqual([[], [mira.userId], []]);
  });

  test('one conversation, and one person, can be an exception', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await readAll(roomId, noor, [mira]);

    await show(mira, { receipts: { audience: 'nobody', rooms: { [roomId]: true } } });
    const inRoom = await readersSeenBy(jonas, roomId);
    await show(mira, {
      receipts: { rooms: { [roomId]: true }, people: { [jonas.userId]: false } },
    });

    expect(inRoom).toEqual([mira.userId]);
    expect(await readersSeenBy(jonas, roomId)).toEqual([]);
    expect(await readersSeenBy(noor, roomId)).toEqual([mira.userId]);
  });

  test('a receipt that is hidden is not sent along with others, nor as news', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await show(mira, { receipts: { people: { [jonas.userId]: false } } });
    const { next } = await syncRooms(jonas);

    await readAll(roomId, noor, [mira]);

    const news = (await syncRooms(jonas, next)).body;
    expect(JSON.stringify(news)).not.toContain(`"${mira.userId}":{"ts"`);
  });

  test('typing is hidden both ways', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await show(mira, { typing: { people: { [jonas.userId]: false } } });
    for (const one of [mira, jonas]) {
      await one.call('PUT', `${V3}/rooms/${roomId}/typing/${one.userId}`, { typing: true });
    }

    const seen = async (by: TestDevice) => {
      const { ephemeral } = (await syncRooms(by)).body.rooms.join[roomId];
      return ephemeral.events.find(({ type }: { type: string }) => type === 'm.typing').content
        .user_ids;
    };

    expect(await seen(noor)).toEqual([mira.userId, jonas.userId]);
    expect(await seen(jonas)).toEqual([jonas.userId]);
    expect(await seen(mira)).toEqual([mira.userId]);
  });

  test('whoever hides that they are there is offline, and sees others so', async () => {
    const { mira, jonas, noor } = await setUp();
    const status = (of: TestDevice) => `${V3}/presence/${of.userId}/status`;
    await show(mira, { presence: { audience: 'nobody' } });
    for (const one of [mira, jonas]) await one.call('PUT', status(one), { presence: 'online' });

    const seen = async (by: TestDevice, of: TestDevice) =>
      (await by.call('GET', status(of))).body.presence;

    await vi.waitFor(async () => expect(await seen(noor, jonas)).toBe('online'));
    expect(await seen(jonas, mira)).toBe('offline');
    expect(await seen(noor, mira)).toBe('offline');
    expect(await seen(mira, jonas)).toBe('offline');
    expect(await seen(mira, mira)).toBe('online');
    const told = (await syncRooms(jonas)).body.presence.events;
    expect(told).toContainEqual({
      type: 'm.presence',
      sender: mira.userId,
      content: { presence: 'offline' },
    });
  });

  test('when somebody was last there can be hidden while it shows that they are', async () => {
    const { mira, jonas } = await setUp();
    const status = (of: TestDevice) => `${V3}/presence/${of.userId}/status`;
    await show(mira, { last_seen: { audience: 'nobody' } });
    await mira.call('PUT', status(mira), { presence: 'online' });

    await vi.waitFor(async () => {
      const { body } = await jonas.call('GET', status(mira));
      expect(body).toEqual({ presence: 'online', currently_active: true });
    });
  });

  test('what is set wrongly is refused and changes nothing', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await show(mira, { receipts: { audience: 'nobody' } });

    const replies = [
      await show(mira, { receipts: { audience: 'everybody' } }),
      await jonas.call('PUT', `${V3}/user/${mira.userId}/account_data/app.sotto.visibility`, {}),
    ];
    await readAll(roomId, noor, [mira]);

    expect(replies.map(answer)).toEqual(['400 M_BAD_JSON', '403 M_FORBIDDEN']);
    expect(await readersSeenBy(jonas, roomId)).toEqual([]);
  });

  test('of a conversation of two is by whom one has accepted', async () => {
    const { mira, jonas } = await setUp();
    await show(mira, { receipts: { audience: 'contacts' } });
    const roomId = await ask(jonas, mira);
    await join(mira, roomId);

    await readAll(roomId, jonas, [mira]);

    expect(await readersSeenBy(jonas, roomId)).toEqual([mira.userId]);
  });
});
