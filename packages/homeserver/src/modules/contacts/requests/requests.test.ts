import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import {
  answer,
  answerRequest,
  ask,
  block,
  membership,
  requestsOf,
  send,
  setRules,
  SOTTO,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';

describeEachDatabase('requests', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor']);

  describe('before it is accepted', () => {
    test('three messages may be written and no fourth, whatever kind it is', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);

      const sent = [];
      for (let index = 0; index < 4; index += 1) sent.push(await send(jonas, roomId));
      const reaction = await jonas.call('PUT', `${V3}/rooms/${roomId}/send/m.reaction/r1`, {
        'm.relates_to': { rel_type: 'm.annotation', event_id: sent[0]?.body.event_id, key: '❤' },
      });

      const refused = '403 APP.SOTTO.AWAITING_ACCEPTANCE';
      expect(sent.map(answer)).toEqual(['200', '200', '200', refused]);
      expect(answer(reaction)).toBe(refused);
      const { requests } = await requestsOf(mira);
      expect(requests[0].messages).toHaveLength(3);
    });

    test('a thousand sent at once are three', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);

      const replies = await Promise.all(Array.from({ length: 1_000 }, () => send(jonas, roomId)));

      expect(replies.filter(({ status }) => status === 200)).toHaveLength(3);
    });

    test('the third sent again is the third, not a fourth', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      await send(jonas, roomId);
      await send(jonas, roomId);
      const path = `${V3}/rooms/${roomId}/send/m.room.message/same`;
      const content = { msgtype: 'm.text', body: 'again' };

      const first = await jonas.call('PUT', path, content);
      const retry = await jonas.call('PUT', path, content);

      expect(retry).toMatchObject({ status: 200, body: first.body });
    });

    test('taking back what was written gives no room for more, and is always possible', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      const sent = [];
      for (let index = 0; index < 3; index += 1) sent.push(await send(jonas, roomId));

      const path = `${V3}/rooms/${roomId}/redact/${sent[0]?.body.event_id}/x1`;
      const taken = await jonas.call('PUT', path, {});
      const more = await send(jonas, roomId);

      expect([taken, more].map(answer)).toEqual(['200', '403 APP.SOTTO.AWAITING_ACCEPTANCE']);
    });

    test('leaving out is_direct, or asking by hand, changes nothing', async () => {
      const { mira, jonas } = await setUp();
      const { body } = await jonas.call('POST', `${V3}/createRoom`, {});
      const path = `${V3}/rooms/${body.room_id}/state/m.room.member/${mira.userId}`;
      await jonas.call('PUT', path, { membership: 'invite' });

      const sent = [];
      for (let index = 0; index < 4; index += 1) sent.push(await send(jonas, body.room_id));

      expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 403]);
      expect((await requestsOf(mira)).requests[0]).toMatchObject({
        direct: true,
        sender: jonas.userId,
      });
    });

    test('the receiver reads it and nobody learns of it', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      await send(jonas, roomId, 'Are you the Mira from school?');
      const before = await syncRooms(jonas);

      const { requests } = await requestsOf(mira);
      await mira.call('GET', `${SOTTO}/people/${jonas.userId}`);
      const after = await syncRooms(jonas, before.next);

      expect(requests[0].messages[0].content.body).toBe('Are you the Mira from school?');
      expect(after.body.rooms).toBeUndefined();
      expect(after.body.presence).toBeUndefined();
      expect(await membership(jonas, roomId, mira)).toBe('invite');
    });

    test('the receiver can neither mark it read, type in it, react nor write', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      const { body } = await send(jonas, roomId);
      const room = `${V3}/rooms/${roomId}`;

      const replies = [
        await mira.call('POST', `${room}/receipt/m.read/${body.event_id}`, {}),
        await mira.call('POST', `${room}/read_markers`, { 'm.read': body.event_id }),
        await mira.call('PUT', `${room}/typing/${mira.userId}`, { typing: true }),
        await send(mira, roomId),
        await mira.call('GET', `${room}/messages?dir=b`),
        await mira.call('GET', `${room}/event/${body.event_id}`),
        await mira.call('GET', `${room}/members`),
      ];

      expect(replies.filter(({ status }) => status === 200)).toEqual([]);
    });

    test('neither sees whether the other is there', async () => {
      const { mira, jonas } = await setUp();
      await ask(jonas, mira);

      const replies = [
        await jonas.call('GET', `${V3}/presence/${mira.userId}/status`),
        await mira.call('GET', `${V3}/presence/${jonas.userId}/status`),
      ];

      expect(replies.map(answer)).toEqual(['403 M_FORBIDDEN', '403 M_FORBIDDEN']);
    });

    test('what is written makes no notification, and shows in an ordinary invitation', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      const first = await syncRooms(mira);

      await send(jonas, roomId);
      const second = await syncRooms(mira, first.next);

      expect(first.sections['invite']).toEqual([roomId]);
      expect(second.sections).toMatchObject({ join: [], invite: [roomId] });
      expect(Object.keys(second.body.rooms.invite[roomId])).toEqual(['invite_state']);
      await mira.call('POST', `${V3}/rooms/${roomId}/join`, {});
      const { unread_notifications: unread } = (await syncRooms(mira)).body.rooms.join[roomId];
      expect(unread).toEqual({ notification_count: 0, highlight_count: 0 });
    });

    test('others are told nothing, and a stranger cannot read the request of somebody else', async () => {
      const { mira, jonas, noor } = await setUp();
      const roomId = await ask(jonas, mira);
      await send(jonas, roomId);

      expect(await requestsOf(noor)).toEqual({ requests: [], total: 0 });
      expect(await requestsOf(jonas)).toEqual({ requests: [], total: 0 });
      expect(answer(await answerRequest(noor, roomId, 'delete'))).toBe('404 M_NOT_FOUND');
      expect(answer(await answerRequest(jonas, roomId, 'delete'))).toBe('404 M_NOT_FOUND');
    });
  });

  test('somebody one has blocked cannot be asked', async () => {
    const { mira, jonas } = await setUp();
    await block(mira, jonas);

    expect(answer(await startDirect(mira, jonas))).toBe('403 M_FORBIDDEN');
  });

  test('rules of the receiver that nobody should see are not seen', async () => {
    const { mira, jonas, noor } = await setUp();
    await setRules(mira, { stranger: 'ignore' });
    const ignored = await ask(jonas, mira);
    await setRules(mira, {});
    const waiting = await ask(noor, mira);

    const seen = async (by: typeof jonas, roomId: string) => [
      await membership(by, roomId, mira),
      answer(await send(by, roomId)),
      (await syncRooms(by)).body.rooms.join[roomId].summary,
    ];

    expect(await seen(jonas, ignored)).toEqual(await seen(noor, waiting));
    expect((await syncRooms(mira)).sections['invite']).toEqual([waiting]);
    const policy = await jonas.call(
      'GET',
      `${V3}/user/${mira.userId}/account_data/app.sotto.message_policy`,
    );
    expect(answer(policy)).toBe('403 M_FORBIDDEN');
  });
});
