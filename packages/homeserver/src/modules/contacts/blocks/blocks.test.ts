import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  ask,
  block,
  join,
  send,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import { openBlockBook } from './block-book.ts';

describeEachDatabase('blocking', (open) => {
  /** Mira and Jonas in a conversation of two, and all three in a group of Noor’s. */
  async function setUp() {
    const home = await startWith(open, ['mira', 'jonas', 'noor']);
    const { mira, jonas, noor } = home;
    const roomId = await ask(jonas, mira);
    await join(mira, roomId);
    const { body } = await noor.call('POST', `${V3}/createRoom`, {
      invite: [mira.userId, jonas.userId],
    });
    const groupId: string = body.room_id;
    await join(mira, groupId);
    await join(jonas, groupId);
    return { ...home, roomId, groupId };
  }

  const bodiesIn = (events: { content: { body?: string } }[]) =>
    events.flatMap(({ content }) => content.body ?? []);

  async function read(by: TestDevice, roomId: string): Promise<string[]> {
    const { body } = await by.call('GET', `${V3}/rooms/${roomId}/messages?dir=b`);
    return bodiesIn(body.chunk);
  }

  test('nothing they write arrives, in conversations of two and in groups', async () => {
    const { mira, jonas, noor, roomId, groupId } = await setUp();
    await block(mira, jonas);
    const { next } = await syncRooms(mira);

    await send(jonas, roomId, 'in private');
    await send(jonas, groupId, 'among others');
    await send(noor, groupId, 'from Noor');

    const news = (await syncRooms(mira, next)).body.rooms.join;
    const seen = Object.values(news).flatMap((room) =>
      // SAFETY: the shape of a sync's joined rooms.
      bodiesIn((room as { timeline: { events: [] } }).timeline.events),
    );
    expect(seen).toEqual(['from Noor']);
    const first = (await syncRooms(mira)).body.rooms.join;
    expect(bodiesIn(first[groupId].timeline.events)).toEqual(['from Noor']);
    expect(await read(mira, roomId)).toEqual([]);
    expect(await read(mira, groupId)).toEqual(['from Noor']);
    expect(await read(noor, groupId)).toEqual(['from Noor', 'among others']);
  });

  test('nothing they write counts as unread', async () => {
    const { mira, jonas, roomId } = await setUp();
    await block(mira, jonas);

    await send(jonas, roomId);

    const room = (await syncRooms(mira)).body.rooms.join[roomId];
    expect(room.unread_notifications).toEqual({ notification_count: 0, highlight_count: 0 });
  });

  test('a message of theirs cannot be fetched by its id, nor from around another', async () => {
    const { mira, jonas, noor, groupId } = await setUp();
    const theirs = await send(jonas, groupId, 'theirs');
    const ours = await send(noor, groupId, 'ours');
    await block(mira, jonas);
    const room = `${V3}/rooms/${groupId}`;

    const byId = await mira.call('GET', `${room}/event/${theirs.body.event_id}`);
    const around = await mira.call('GET', `${room}/context/${ours.body.event_id}`);

    expect(answer(byId)).toBe('404 M_NOT_FOUND');
    expect(bodiesIn(around.body.events_before)).toEqual([]);
  });

  test('what they do to the room is still seen, or one would not know who is there', async () => {
    const { mira, jonas, groupId } = await setUp();
    await block(mira, jonas);
    const { next } = await syncRooms(mira);

    await jonas.call('POST', `${V3}/rooms/${groupId}/leave`, {});

    const { events } = (await syncRooms(mira, next)).body.rooms.join[groupId].timeline;
    expect(events).toMatchObject([{ type: 'm.room.member', state_key: jonas.userId }]);
  });

  test('their sending is answered as ever, and they see no difference in the room', async () => {
    const { mira, jonas, roomId } = await setUp();
    const before = await jonas.call('GET', `${V3}/rooms/${roomId}/state`);

    await block(mira, jonas);

    expect(answer(await send(jonas, roomId))).toBe('200');
    expect((await jonas.call('GET', `${V3}/rooms/${roomId}/state`)).body).toEqual(before.body);
  });

  test('unblocked, what they wrote is there again', async () => {
    const { mira, jonas, roomId } = await setUp();
    await send(jonas, roomId, 'before');
    await block(mira, jonas);
    await send(jonas, roomId, 'meanwhile');

    await block(mira);

    expect(await read(mira, roomId)).toEqual(['meanwhile', 'before']);
  });

  test('holds after a restart', async () => {
    const { server, mira, jonas } = await setUp();
    await block(mira, jonas);
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });

    const book = await openBlockBook(db, () => undefined);

    expect([book.has(mira.userId, jonas.userId), book.has(jonas.userId, mira.userId)]).toEqual([
      true,
      false,
    ]);
    await db.close();
  });

  describe('neither learns', () => {
    test('that the other has read', async () => {
      const { mira, jonas, roomId } = await setUp();
      const [mine, theirs] = [await send(mira, roomId), await send(jonas, roomId)];
      await block(mira, jonas);
      const [forMira, forJonas] = [await syncRooms(mira), await syncRooms(jonas)];
      const mark = (by: TestDevice, eventId: string) =>
        by.call('POST', `${V3}/rooms/${roomId}/receipt/m.read/${eventId}`, {});

      await mark(jonas, mine.body.event_id);
      await mark(mira, theirs.body.event_id);

      for (const [by, { next }] of [
        [mira, forMira],
        [jonas, forJonas],
      ] as const) {
        const since = JSON.stringify((await syncRooms(by, next)).body.rooms?.join?.[roomId] ?? {});
        const fresh = JSON.stringify((await syncRooms(by)).body.rooms.join[roomId].ephemeral ?? {});
        const other = by === mira ? jonas : mira;
        expect(`${since}${fresh}`).not.toContain(`"${other.userId}":{"ts"`);
      }
    });

    test('that the other is typing, while others do', async () => {
      const { mira, jonas, noor, groupId } = await setUp();
      await block(mira, jonas);
      const type = (by: TestDevice) =>
        by.call('PUT', `${V3}/rooms/${groupId}/typing/${by.userId}`, {
          typing: true,
          timeout: 30_000,
        });
      await type(mira);
      await type(jonas);

      const typists = async (by: TestDevice) => {
        const { ephemeral } = (await syncRooms(by)).body.rooms.join[groupId];
        const typing = ephemeral.events.find(({ type }: { type: string }) => type === 'm.typing');
        return typing?.content.user_ids;
      };

      expect(await typists(noor)).toEqual([mira.userId, jonas.userId]);
      expect(await typists(mira)).toEqual([mira.userId]);
      expect(await typists(jonas)).toEqual([jonas.userId]);
    });

    test('whether the other is there, also if they had known it', async () => {
      const { mira, jonas } = await setUp();
      const status = (of: TestDevice) => `${V3}/presence/${of.userId}/status`;
      await mira.call('PUT', status(mira), { presence: 'online', status_msg: 'at work' });
      await jonas.call('PUT', status(jonas), { presence: 'online' });
      await vi.waitFor(async () => {
        expect((await jonas.call('GET', status(mira))).body.presence).toBe('online');
      });
      const { next } = await syncRooms(jonas);

      await block(mira, jonas);

      const offline = { presence: 'offline' };
      expect((await jonas.call('GET', status(mira))).body).toEqual(offline);
      expect((await mira.call('GET', status(jonas))).body).toEqual(offline);
      await vi.waitFor(async () => {
        const told = (await syncRooms(jonas, next)).body.presence?.events ?? [];
        expect(told).toContainEqual({
          type: 'm.presence',
          sender: mira.userId,
          content: offline,
        });
      });
    });
  });
});
