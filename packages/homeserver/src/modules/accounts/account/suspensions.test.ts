import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';

const V3 = '/_matrix/client/v3';
const SOTTO = '/_matrix/client/unstable/app.sotto';

describeEachDatabase('somebody who is suspended', (open) => {
  /** Mira is suspended; she is in a conversation with Jonas, and Ada has asked her into another. */
  async function setUp() {
    const server = await startHomeserver(open);
    const [mira, jonas, ada] = [
      await server.signUp('mira'),
      await server.signUp('jonas'),
      await server.signUp('ada'),
    ];
    await server.server.accounts.setModerator({ localpart: 'ada', isModerator: true });
    const createRoom = (by: TestDevice, invite: readonly TestDevice[]) =>
      by.call('POST', `${V3}/createRoom`, { invite: invite.map(({ userId }) => userId) });
    const roomId: string = (await createRoom(mira, [jonas])).body.room_id;
    await jonas.call('POST', `${V3}/rooms/${roomId}/join`, {});
    const sent = await send(mira, roomId, 'before');
    const asked: string = (await createRoom(ada, [mira, jonas])).body.room_id;
    const report = await jonas.call('POST', `${V3}/users/${mira.userId}/report`, {});
    const id: string = report.body['app.sotto.report_id'];
    const act = (body: object) =>
      ada.call('POST', `${SOTTO}/moderation/reports/${id}/action`, body);
    await act({ action: 'suspend', subject_note: 'Stop.' });
    return { server, mira, jonas, ada, roomId, asked, eventId: sent.body.event_id, act };
  }

  let txns = 0;
  function send(by: TestDevice, roomId: string, body: string) {
    txns += 1;
    const path = `${V3}/rooms/${roomId}/send/m.room.message/s${txns}`;
    return by.call('PUT', path, { msgtype: 'm.text', body });
  }

  test('may not write, join, invite, begin, or change their profile', async () => {
    const { mira, jonas, ada, roomId, asked } = await setUp();
    const room = `${V3}/rooms/${roomId}`;

    const replies = [
      await send(mira, roomId, 'after'),
      await mira.call('POST', `${V3}/rooms/${asked}/join`, {}),
      await mira.call('POST', `${V3}/join/${asked}`, {}),
      await mira.call('POST', `${room}/invite`, { user_id: ada.userId }),
      await mira.call('POST', `${room}/kick`, { user_id: jonas.userId }),
      await mira.call('PUT', `${room}/state/m.room.name`, { name: 'new' }),
      await mira.call('POST', `${V3}/createRoom`, {}),
      await mira.call('POST', `${SOTTO}/dm`, { user_ids: [ada.userId, jonas.userId] }),
      await mira.call('PUT', `${V3}/profile/${mira.userId}/displayname`, { displayname: 'x' }),
      await mira.call('PUT', `${V3}/profile/${mira.userId}/app.sotto.bio`, {
        'app.sotto.bio': 'x',
      }),
      await mira.call('DELETE', `${V3}/profile/${mira.userId}/displayname`),
    ];

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 403, body: { errcode: 'M_USER_SUSPENDED' } });
    }
  });

  test('may read, unsend, decline, leave, sign in again and report', async () => {
    const { server, mira, jonas, roomId, asked, eventId } = await setUp();
    await send(jonas, roomId, 'can you read this?');

    const phone = await server.signIn('mira');
    const read = await phone.call('GET', `${V3}/rooms/${roomId}/messages?dir=b`);
    const others = [
      await mira.call('GET', `${V3}/sync`),
      await mira.call('PUT', `${V3}/rooms/${roomId}/redact/${eventId}/r1`, {}),
      await mira.call('POST', `${V3}/users/${jonas.userId}/report`, {}),
      await mira.call('POST', `${V3}/rooms/${asked}/leave`, {}),
      await mira.call('POST', `${V3}/rooms/${roomId}/leave`, {}),
    ];

    expect(JSON.stringify(read.body)).toContain('can you read this?');
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test('is suspended by a server that starts again, and on every device', async () => {
    const { server, roomId } = await setUp();
    const again = await startHomeserver(async () => server.storage);

    const phone = await again.signIn('mira');

    expect(await send(phone, roomId, 'after')).toMatchObject({
      status: 403,
      body: { errcode: 'M_USER_SUSPENDED' },
    });
  });

  test('writes again once it is lifted', async () => {
    const { mira, roomId, act } = await setUp();

    await act({ action: 'lift' });

    expect((await send(mira, roomId, 'thank you')).status).toBe(200);
  });

  test('does not stop others: they write, and ask them in', async () => {
    const { mira, jonas, ada, roomId } = await setUp();

    const replies = [
      await send(jonas, roomId, 'hello'),
      await ada.call('POST', `${V3}/createRoom`, { invite: [mira.userId] }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });
});
