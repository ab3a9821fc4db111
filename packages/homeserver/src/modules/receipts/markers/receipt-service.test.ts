import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { answer, read, send, startWithTwo, V3, watch } from '../testing.ts';

describeEachDatabase('receipts', (open) => {
  describe('a receipt', () => {
    test('is told to everyone in the room, and lowers one’s own unread count', async () => {
      const { server, mira, jonas, roomId } = await startWithTwo(open);
      const [miraSees, jonasSees] = [watch(mira, roomId), watch(jonas, roomId)];
      const eventId = await send(mira, roomId);
      await miraSees();
      const before = await jonasSees();

      const reply = await read(jonas, roomId, eventId);

      const shown = { [eventId]: { 'm.read': { [jonas.userId]: { ts: server.clock.nowMs() } } } };
      expect(reply).toMatchObject({ status: 200, body: {} });
      expect((await miraSees()).receipts).toEqual(shown);
      expect(await jonasSees()).toMatchObject({ receipts: shown, unread: 0 });
      expect(before.unread).toBe(1);
    });

    test('in private lowers one’s own unread count and is told to nobody else', async () => {
      const { server, mira, jonas, roomId } = await startWithTwo(open);
      const [miraSees, jonasSees] = [watch(mira, roomId), watch(jonas, roomId)];
      const eventId = await send(mira, roomId);
      await miraSees();
      await jonasSees();

      await read(jonas, roomId, eventId, { type: 'm.read.private' });

      const receipt = { [jonas.userId]: { ts: server.clock.nowMs() } };
      expect((await miraSees()).receipts).toBeUndefined();
      expect(await jonasSees()).toMatchObject({
        receipts: { [eventId]: { 'm.read.private': receipt } },
        unread: 0,
      });
      expect((await watch(mira, roomId)()).receipts).toBeUndefined();
    });

    test('in private leaves no trace in the others’ inboxes, not even that something happened', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);
      const before = (await mira.call('GET', `${V3}/sync`)).body.next_batch;

      await read(jonas, roomId, eventId, { type: 'm.read.private' });

      const after = await mira.call('GET', `${V3}/sync?since=${before}`);
      expect(after.body.next_batch).toBe(before);
    });

    test('only moves forward', async () => {
      const { jonas, mira, roomId } = await startWithTwo(open);
      const miraSees = watch(mira, roomId);
      const older = await send(mira, roomId);
      const newer = await send(mira, roomId);
      await read(jonas, roomId, newer);
      await miraSees();

      const back = await read(jonas, roomId, older);
      const again = await read(jonas, roomId, newer);

      expect([back.status, again.status]).toEqual([200, 200]);
      expect((await miraSees()).receipts).toBeUndefined();
      expect(Object.keys((await watch(mira, roomId)()).receipts ?? {})).toEqual([newer]);
    });

    test('in private may run ahead of the one that others see', async () => {
      const { jonas, mira, roomId } = await startWithTwo(open);
      const [first, second] = [await send(mira, roomId), await send(mira, roomId)];

      await read(jonas, roomId, second, { type: 'm.read.private' });
      await read(jonas, roomId, first);

      expect((await watch(jonas, roomId)()).unread).toBe(0);
      expect(Object.keys((await watch(mira, roomId)()).receipts ?? {})).toEqual([first]);
    });

    test('of a thread and of the room stand beside each other', async () => {
      const { server, jonas, mira, roomId } = await startWithTwo(open);
      const root = await send(mira, roomId);
      const relation = { rel_type: 'm.thread', event_id: root };
      const inThread = await send(mira, roomId, { 'm.relates_to': relation });

      const replies = [
        await read(jonas, roomId, root, { body: { thread_id: 'main' } }),
        await read(jonas, roomId, inThread, { body: { thread_id: root } }),
      ];

      const ts = server.clock.nowMs();
      expect(replies.map(answer)).toEqual(['200 ok', '200 ok']);
      expect((await watch(mira, roomId)()).receipts).toEqual({
        [root]: { 'm.read': { [jonas.userId]: { ts, thread_id: 'main' } } },
        [inThread]: { 'm.read': { [jonas.userId]: { ts, thread_id: root } } },
      });
    });

    test('of a thread leaves the messages of the room unread', async () => {
      const { jonas, mira, roomId } = await startWithTwo(open);
      const root = await send(mira, roomId);
      const relation = { rel_type: 'm.thread', event_id: root };
      const inThread = await send(mira, roomId, { 'm.relates_to': relation });

      await read(jonas, roomId, inThread, { body: { thread_id: root } });

      expect((await watch(jonas, roomId)()).unread).toBe(2);
    });

    test('keeps the hundred threads of a room that were read furthest', async () => {
      const { jonas, mira, roomId } = await startWithTwo(open);
      const roots: string[] = [];
      for (let index = 0; index < 101; index += 1) roots.push(await send(mira, roomId));

      for (const root of roots) await read(jonas, roomId, root, { body: { thread_id: root } });
      await read(jonas, roomId, roots[0] ?? '', { body: { thread_id: 'main' } });

      const shown = (await watch(mira, roomId)()).receipts as Record<string, object>;
      expect(Object.keys(shown)).toHaveLength(101);
      expect(shown[roots[0] ?? '']).toMatchObject({
        'm.read': { [jonas.userId]: { thread_id: 'main' } },
      });
    });

    test('of a thread that is none, or another, is refused', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);

      const replies = ['', 7, null, {}, '$other'].map((thread) =>
        read(jonas, roomId, eventId, { body: { thread_id: thread } }),
      );

      const answers = (await Promise.all(replies)).map(answer);
      expect(answers).toEqual(replies.map(() => '400 M_INVALID_PARAM'));
      expect((await watch(mira, roomId)()).receipts).toBeUndefined();
    });

    test('of the main timeline at a message of a thread is refused', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const root = await send(mira, roomId);
      const relation = { rel_type: 'm.thread', event_id: root };
      const inThread = await send(mira, roomId, { 'm.relates_to': relation });

      const reply = await read(jonas, roomId, inThread, { body: { thread_id: 'main' } });

      expect(answer(reply)).toBe('400 M_INVALID_PARAM');
    });

    test('cannot be forged by a stranger, nor for another room’s message', async () => {
      const { server, mira, jonas, noor, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);
      server.clock.advanceMs(1);
      const other = (await mira.call('POST', `${V3}/createRoom`, {})).body.room_id;
      const elsewhere = await send(mira, other);

      const replies = [
        await read(noor, roomId, eventId),
        await read(noor, `!${'x'.repeat(43)}`, eventId),
        await read(jonas, roomId, elsewhere),
        await read(jonas, roomId, `$${'x'.repeat(43)}`),
        await read(jonas, other, elsewhere),
        await read(jonas, roomId, '../../../event'),
      ];

      expect(replies.map(answer)).toEqual([
        '403 M_FORBIDDEN',
        '403 M_FORBIDDEN',
        '404 M_NOT_FOUND',
        '404 M_NOT_FOUND',
        '403 M_FORBIDDEN',
        '404 M_NOT_FOUND',
      ]);
      expect((await watch(mira, roomId)()).receipts).toBeUndefined();
      expect((await watch(mira, other)()).receipts).toBeUndefined();
    });

    test('has the sender’s name and nobody else’s, whatever the body says', async () => {
      const { server, mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);
      const forged = { user_id: mira.userId, sender: mira.userId, ts: 1 };

      await read(jonas, roomId, eventId, { body: forged });

      expect((await watch(mira, roomId)()).receipts).toEqual({
        [eventId]: { 'm.read': { [jonas.userId]: { ts: server.clock.nowMs() } } },
      });
    });

    test('of an unknown kind is refused', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);

      expect(answer(await read(jonas, roomId, eventId, { type: 'm.seen' }))).toBe(
        '400 M_INVALID_PARAM',
      );
    });

    test('of someone who left is refused', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);

      await jonas.call('POST', `${V3}/rooms/${roomId}/leave`, {});

      expect(answer(await read(jonas, roomId, eventId))).toBe('403 M_FORBIDDEN');
    });
  });

  describe('the read marker', () => {
    const mark = (by: TestDevice, roomId: string, body: object) =>
      by.call('POST', `${V3}/rooms/${roomId}/read_markers`, body);
    const markerOf = async (by: TestDevice, roomId: string) => {
      const path = `${V3}/user/${by.userId}/rooms/${roomId}/account_data/m.fully_read`;
      return (await by.call('GET', path)).body.event_id;
    };

    test('moves together with the receipts, and the owner’s devices are told', async () => {
      const { server, mira, jonas, roomId } = await startWithTwo(open);
      const jonasSees = watch(jonas, roomId);
      const eventId = await send(mira, roomId);
      await jonasSees();

      const reply = await mark(jonas, roomId, { 'm.fully_read': eventId, 'm.read': eventId });

      const ts = server.clock.nowMs();
      expect(answer(reply)).toBe('200 ok');
      expect(await jonasSees()).toMatchObject({
        receipts: { [eventId]: { 'm.read': { [jonas.userId]: { ts } } } },
        settings: [{ type: 'm.fully_read', content: { event_id: eventId } }],
        unread: 0,
      });
      expect((await watch(mira, roomId)()).receipts).toEqual({
        [eventId]: { 'm.read': { [jonas.userId]: { ts } } },
      });
    });

    test('only moves forward, by either address', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const [first, second] = [await send(mira, roomId), await send(mira, roomId)];

      await read(jonas, roomId, second, { type: 'm.fully_read' });
      await mark(jonas, roomId, { 'm.fully_read': first });

      expect(await markerOf(jonas, roomId)).toBe(second);
      expect((await watch(jonas, roomId)()).unread).toBe(2);
    });

    test('belongs to no thread', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);

      const reply = await read(jonas, roomId, eventId, {
        type: 'm.fully_read',
        body: { thread_id: 'main' },
      });

      expect(answer(reply)).toBe('400 M_INVALID_PARAM');
    });

    test('one wrong marker moves none', async () => {
      const { mira, jonas, roomId } = await startWithTwo(open);
      const eventId = await send(mira, roomId);

      const reply = await mark(jonas, roomId, { 'm.read': eventId, 'm.fully_read': '$wrong' });

      expect(answer(reply)).toBe('404 M_NOT_FOUND');
      expect((await watch(mira, roomId)()).receipts).toBeUndefined();
    });

    test('nothing to move is fine, for those in the room', async () => {
      const { jonas, noor, roomId } = await startWithTwo(open);

      expect(answer(await mark(jonas, roomId, {}))).toBe('200 ok');
      expect(answer(await mark(noor, roomId, {}))).toBe('403 M_FORBIDDEN');
    });
  });
});
