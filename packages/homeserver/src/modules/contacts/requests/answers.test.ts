import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import {
  answer,
  answerRequest,
  ask,
  join,
  membership,
  requestsOf,
  send,
  SOTTO,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';

describeEachDatabase('requests', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor']);

  describe('an answer', () => {
    test('that accepts opens the conversation and makes the two contacts', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      for (let index = 0; index < 3; index += 1) await send(jonas, roomId);

      await join(mira, roomId);
      const fourth = await send(jonas, roomId);

      expect(answer(fourth)).toBe('200');
      expect(await requestsOf(mira)).toEqual({ requests: [], total: 0 });
      const listed = async (of: typeof mira) =>
        (await of.call('GET', `${SOTTO}/contacts`)).body.contacts;
      expect(await listed(mira)).toMatchObject([{ user_id: jonas.userId, contact: true }]);
      expect(await listed(jonas)).toMatchObject([{ user_id: mira.userId, contact: true }]);
    });

    test('that deletes is seen on all devices of the receiver and by nobody else', async () => {
      const { server, mira, jonas } = await setUp();
      const phone = await server.signIn('mira');
      const roomId = await ask(jonas, mira);
      await send(jonas, roomId);
      const [onPhone, forJonas] = [await syncRooms(phone), await syncRooms(jonas)];

      const replies = [
        await answerRequest(mira, roomId, 'delete'),
        await answerRequest(mira, roomId, 'delete'),
      ];

      expect(replies.map(answer)).toEqual(['200', '404 M_NOT_FOUND']);
      expect((await syncRooms(phone, onPhone.next)).sections['leave']).toEqual([roomId]);
      expect((await syncRooms(phone)).sections).toEqual({ join: [], invite: [], leave: [] });
      expect((await syncRooms(jonas, forJonas.next)).body.rooms).toBeUndefined();
      expect(await membership(jonas, roomId, mira)).toBe('invite');
      expect(answer(await send(jonas, roomId))).toBe('200');
      expect(await requestsOf(mira)).toEqual({ requests: [], total: 0 });
    });

    test('that was deleted is not undone by asking again, in whatever room', async () => {
      const { server, mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      await answerRequest(mira, roomId, 'delete');

      await ask(jonas, mira);
      await jonas.call('POST', `${V3}/createRoom`, { invite: [mira.userId], is_direct: true });
      const soon = await requestsOf(mira);
      server.clock.advanceMs(31 * 86_400_000);
      await jonas.call('POST', `${V3}/createRoom`, { invite: [mira.userId], is_direct: true });

      expect(soon.total).toBe(0);
      expect((await syncRooms(mira)).sections['invite']).toHaveLength(1);
      expect((await requestsOf(mira)).total).toBe(1);
    });

    test('that blocks hides all that follows, and looks the same from outside', async () => {
      const { mira, jonas, noor } = await setUp();
      const blockedRoom = await ask(jonas, mira);
      const waitingRoom = await ask(noor, mira);

      await answerRequest(mira, blockedRoom, 'block');
      const again = await jonas.call('POST', `${V3}/createRoom`, { invite: [mira.userId] });

      const list = await mira.call(
        'GET',
        `${V3}/user/${mira.userId}/account_data/m.ignored_user_list`,
      );
      expect(list.body).toEqual({ ignored_users: { [jonas.userId]: {} } });
      expect(answer(again)).toBe('200');
      expect((await syncRooms(mira)).sections['invite']).toEqual([waitingRoom]);
      const seenByBlocked = await Promise.all([
        membership(jonas, blockedRoom, mira),
        send(jonas, blockedRoom).then(answer),
        jonas.call('GET', `${V3}/profile/${mira.userId}`).then(answer),
        jonas.call('GET', `${V3}/presence/${mira.userId}/status`).then(answer),
      ]);
      const seenByWaiting = await Promise.all([
        membership(noor, waitingRoom, mira),
        send(noor, waitingRoom).then(answer),
        noor.call('GET', `${V3}/profile/${mira.userId}`).then(answer),
        noor.call('GET', `${V3}/presence/${mira.userId}/status`).then(answer),
      ]);
      expect(seenByBlocked).toEqual(seenByWaiting);
    });

    test.each(['accept', 'hide', '', 7, null])('%j is none', async (said) => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);

      const reply = await mira.call('POST', `${SOTTO}/requests/${roomId}/answer`, { answer: said });

      expect(answer(reply)).toBe('400 M_BAD_JSON');
      expect((await requestsOf(mira)).total).toBe(1);
    });

    test('to a request taken back is refused, and the request gone', async () => {
      const { mira, jonas } = await setUp();
      const { body } = await jonas.call('POST', `${V3}/createRoom`, { invite: [mira.userId] });
      const roomId: string = body.room_id;
      await jonas.call('POST', `${V3}/rooms/${roomId}/kick`, { user_id: mira.userId });

      expect(await requestsOf(mira)).toEqual({ requests: [], total: 0 });
      expect(answer(await answerRequest(mira, roomId, 'delete'))).toBe('404 M_NOT_FOUND');
    });

    test('may come later: writing to somebody whose request one deleted accepts it', async () => {
      const { mira, jonas } = await setUp();
      const roomId = await ask(jonas, mira);
      await answerRequest(mira, roomId, 'delete');

      const { body } = await startDirect(mira, jonas);

      expect(body).toEqual({ room_id: roomId, created: false });
      expect(await membership(jonas, roomId, mira)).toBe('join');
    });
  });
});
