import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../testing/homeserver.ts';

const ROOMS = '/_matrix/client/v3/rooms';

async function createRoom(owner: TestDevice, body: object = {}): Promise<string> {
  const { body: reply } = await owner.call('POST', '/_matrix/client/v3/createRoom', body);
  return reply.room_id;
}

function send(by: TestDevice, roomId: string, txnId: string, body = 'hello') {
  const path = `${ROOMS}/${roomId}/send/m.room.message/${txnId}`;
  return by.call('PUT', path, { msgtype: 'm.text', body });
}

async function messagesOf(by: TestDevice, roomId: string, query = ''): Promise<string[]> {
  const { body } = await by.call('GET', `${ROOMS}/${roomId}/messages?dir=b&limit=100${query}`);
  return body.chunk
    .filter((event: { type: string }) => event.type === 'm.room.message')
    .map((event: { content: { body: string } }) => event.content.body)
    .reverse();
}

describeEachDatabase('rooms', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    const roomId = await createRoom(mira, { invite: [jonas.userId] });
    return { server, mira, jonas, roomId };
  }

  test('a retry with the same txnId sends one message, not two', async () => {
    const { mira, roomId } = await setUp();

    const first = await send(mira, roomId, 't1');
    const retry = await send(mira, roomId, 't1');
    const otherBody = await send(mira, roomId, 't1', 'something else');

    expect(first.status).toBe(200);
    expect(retry.body).toEqual(first.body);
    expect(otherBody.body).toEqual(first.body);
    expect(await messagesOf(mira, roomId)).toEqual(['hello']);
  });

  test('a retry that runs at the same time as the send is the same send', async () => {
    const { mira, roomId } = await setUp();

    const replies = await Promise.all([1, 2, 3, 4].map(() => send(mira, roomId, 'same')));

    expect(new Set(replies.map(({ body }) => body.event_id)).size).toBe(1);
    expect(await messagesOf(mira, roomId)).toEqual(['hello']);
  });

  test('the same txnId of another device is another message', async () => {
    const { server, mira, roomId } = await setUp();
    const phone = await server.signIn('mira');

    await send(mira, roomId, 't1', 'from the laptop');
    await send(phone, roomId, 't1', 'from the phone');

    expect(await messagesOf(mira, roomId)).toEqual(['from the laptop', 'from the phone']);
  });

  test('sends at one moment keep one order without gaps', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});

    await Promise.all(
      Array.from({ length: 100 }, (_, index) => send(mira, roomId, `t${index}`, `${index}`)),
    );

    const bodies = await messagesOf(mira, roomId);
    expect([...bodies].sort((left, right) => Number(left) - Number(right))).toEqual(
      Array.from({ length: 100 }, (_, index) => `${index}`),
    );
  });

  test('someone who is not in the room can neither send nor read nor see that it exists', async () => {
    const { server, roomId } = await setUp();
    const noor = await server.signUp('noor');
    const nowhere = '!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

    for (const room of [roomId, nowhere]) {
      const tried = await Promise.all([
        send(noor, room, 't1'),
        noor.call('GET', `${ROOMS}/${room}/messages?dir=b`),
        noor.call('GET', `${ROOMS}/${room}/state`),
        noor.call('GET', `${ROOMS}/${room}/members`),
        noor.call('POST', `${ROOMS}/${room}/leave`, {}),
        noor.call('POST', `${ROOMS}/${room}/join`, {}),
        noor.call('POST', `${ROOMS}/${room}/invite`, { user_id: noor.userId }),
        noor.call('PUT', `${ROOMS}/${room}/state/m.room.name/`, { name: 'mine' }),
      ]);
      expect(tried.map(({ status, body }) => [status, body.errcode])).toEqual(
        tried.map(() => [403, 'M_FORBIDDEN']),
      );
    }
  });

  test('an invited person reads what was said since, once they have joined', async () => {
    const { mira, jonas, roomId } = await setUp();
    await send(mira, roomId, 't1', 'are you there?');

    const before = await jonas.call('GET', `${ROOMS}/${roomId}/messages?dir=b`);
    const joined = await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});

    expect(before.status).toBe(403);
    expect(joined.body).toEqual({ room_id: roomId });
    expect(await messagesOf(jonas, roomId)).toEqual(['are you there?']);
  });

  test('someone who left reads up to their leaving and no further', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});
    await send(mira, roomId, 't1', 'before');
    await jonas.call('POST', `${ROOMS}/${roomId}/leave`, {});
    await send(mira, roomId, 't2', 'after');

    expect(await messagesOf(jonas, roomId)).toEqual(['before']);
    expect((await send(jonas, roomId, 't3')).status).toBe(403);
  });

  test('paging back gives every message once, in order', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});
    for (let index = 0; index < 25; index += 1) await send(mira, roomId, `t${index}`, `${index}`);

    const seen: string[] = [];
    let from: string | undefined;
    do {
      const at = from === undefined ? '' : `&from=${from}`;
      const { body } = await mira.call('GET', `${ROOMS}/${roomId}/messages?dir=b&limit=7${at}`);
      for (const event of body.chunk)
        if (event.type === 'm.room.message') seen.push(event.content.body);
      from = body.end;
    } while (from !== undefined);

    expect(seen.reverse()).toEqual(Array.from({ length: 25 }, (_, index) => `${index}`));
  });

  test('a removed message is gone from every reading of it', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});
    const { body } = await send(mira, roomId, 't1', 'a slip of the tongue');
    const path = `${ROOMS}/${roomId}/redact/${body.event_id}/r1`;

    const redacted = await mira.call('PUT', path, { reason: 'wrong window' });
    const again = await mira.call('PUT', path, {});
    const read = await jonas.call('GET', `${ROOMS}/${roomId}/event/${body.event_id}`);

    expect(again.body).toEqual(redacted.body);
    expect(read.body.content).toEqual({});
    expect(read.body.unsigned.redacted_because.content.reason).toBe('wrong window');
    expect(await messagesOf(jonas, roomId)).toEqual([undefined]);
  });

  test('a member cannot remove what someone else wrote', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});
    const { body } = await send(mira, roomId, 't1');

    const tried = await jonas.call('PUT', `${ROOMS}/${roomId}/redact/${body.event_id}/r1`, {});

    expect([tried.status, tried.body.errcode]).toEqual([403, 'M_FORBIDDEN']);
  });

  test('a changed name appears in the rooms one is in', async () => {
    const { mira, roomId } = await setUp();

    await mira.call('PUT', `/_matrix/client/v3/profile/${mira.userId}/displayname`, {
      displayname: 'Mira K.',
    });

    const { body } = await mira.call(
      'GET',
      `${ROOMS}/${roomId}/state/m.room.member/${mira.userId}`,
    );
    expect(body).toMatchObject({ membership: 'join', displayname: 'Mira K.' });
  });

  test('state is read and written with an empty key in each of its spellings', async () => {
    const { mira, roomId } = await setUp();

    const set = await mira.call('PUT', `${ROOMS}/${roomId}/state/m.room.name`, { name: 'Garden' });
    const same = await mira.call('PUT', `${ROOMS}/${roomId}/state/m.room.name/`, {
      name: 'Garden',
    });
    const read = await mira.call('GET', `${ROOMS}/${roomId}/state/m.room.name/`);
    const event = await mira.call('GET', `${ROOMS}/${roomId}/state/m.room.name?format=event`);

    expect(same.body).toEqual(set.body);
    expect(read.body).toEqual({ name: 'Garden' });
    expect(event.body).toMatchObject({ event_id: set.body.event_id, state_key: '' });
  });

  test('beside an old message stands the state of its time', async () => {
    const { mira, jonas, roomId } = await setUp();
    const name = (text: string) =>
      mira.call('PUT', `${ROOMS}/${roomId}/state/m.room.name`, { name: text });
    const sentIds: string[] = [];
    const note = async () => {
      sentIds.push((await send(mira, roomId, `n${sentIds.length}`)).body.event_id);
    };
    await note();
    await name('Garden');
    await note();
    await jonas.call('POST', `${ROOMS}/${roomId}/join`, {});
    const { body: topic } = await mira.call('PUT', `${ROOMS}/${roomId}/state/m.room.topic`, {
      topic: 'a slip of the tongue',
    });
    await note();
    await name('Orchard');
    await mira.call('PUT', `${ROOMS}/${roomId}/redact/${topic.event_id}/r1`, {});
    await note();

    const seen = sentIds.map(async (eventId) => {
      const { body } = await mira.call('GET', `${ROOMS}/${roomId}/context/${eventId}?limit=0`);
      const contentOf = (type: string, key: string) =>
        body.state.find(
          (event: { type: string; state_key: string }) =>
            event.type === type && event.state_key === key,
        )?.content;
      return [
        contentOf('m.room.name', '')?.name,
        contentOf('m.room.member', jonas.userId).membership,
        contentOf('m.room.topic', ''),
      ];
    });

    expect(await Promise.all(seen)).toEqual([
      [undefined, 'invite', undefined],
      ['Garden', 'invite', undefined],
      ['Garden', 'join', {}],
      ['Orchard', 'join', {}],
    ]);
  });

  test('a room left by all can be forgotten, one still joined cannot', async () => {
    const { mira, jonas, roomId } = await setUp();
    await jonas.call('POST', `${ROOMS}/${roomId}/leave`, {});

    const still = await mira.call('POST', `${ROOMS}/${roomId}/forget`, {});
    const gone = await jonas.call('POST', `${ROOMS}/${roomId}/forget`, {});

    expect([still.status, still.body.errcode]).toEqual([400, 'M_UNKNOWN']);
    expect(gone.body).toEqual({});
  });

  test.each([
    ['unknown version', { room_version: '11' }, 'M_UNSUPPORTED_ROOM_VERSION'],
    [
      'own create event',
      { initial_state: [{ type: 'm.room.create', content: {} }] },
      'M_INVALID_ROOM_STATE',
    ],
    ['U+0000 in a type of state', { initial_state: [{ type: 'a\0b', content: {} }] }, 'M_BAD_JSON'],
    ['somebody unknown', { invite: ['@nobody:sotto.test'] }, 'M_NOT_FOUND'],
    ['a list for a name', { name: ['x'] }, 'M_BAD_JSON'],
  ])('a room with %s is refused and leaves nothing behind', async (_case, body, errcode) => {
    const { mira } = await setUp();
    const before = await mira.call('GET', '/_matrix/client/v3/joined_rooms');

    const refused = await mira.call('POST', '/_matrix/client/v3/createRoom', body);

    expect(refused.body.errcode).toBe(errcode);
    const after = await mira.call('GET', '/_matrix/client/v3/joined_rooms');
    expect(after.body).toEqual(before.body);
  });
});
