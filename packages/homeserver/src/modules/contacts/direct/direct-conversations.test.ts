import { expect, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';

function start(by: TestDevice, ...others: string[]) {
  return by.call('POST', '/_matrix/client/unstable/app.sotto/dm', { user_ids: others });
}

async function directOf(device: TestDevice): Promise<unknown> {
  const path = `${CLIENT}/user/${device.userId}/account_data/m.direct`;
  return (await device.call('GET', path)).body;
}

describeEachDatabase('contacts', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const [mira, jonas, noor] = await Promise.all(
      ['mira', 'jonas', 'noor'].map((name) => server.signUp(name)),
    );
    if (!mira || !jonas || !noor) throw new Error('three people sign up');
    return { server, mira, jonas, noor };
  }

  test('two people who start at the same moment get one conversation', async () => {
    const { server, mira, jonas } = await setUp();

    const replies = await Promise.all([
      start(mira, jonas.userId),
      start(jonas, mira.userId),
      start(mira, jonas.userId),
      start(jonas, mira.userId),
    ]);

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(replies.map(({ body }) => body.room_id)).size).toBe(1);
    expect(replies.filter(({ body }) => body.created)).toHaveLength(1);
    const joined = await Promise.all(
      [mira, jonas].map((one) => one.call('GET', `${CLIENT}/joined_rooms`)),
    );
    expect(joined.map(({ body }) => body.joined_rooms.length)).toEqual([1, 1]);
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    expect(await db.read.selectFrom('room').select('room_id').execute()).toHaveLength(1);
    await db.close();
  });

  test('whoever asks, and in whatever order, a set of people has one conversation', async () => {
    const { mira, jonas, noor } = await setUp();

    const first = await start(mira, jonas.userId, noor.userId);
    const second = await start(noor, mira.userId, jonas.userId, jonas.userId, noor.userId);
    const pair = await start(mira, jonas.userId);

    expect(second.body).toEqual({ room_id: first.body.room_id, created: false });
    expect(pair.body.room_id).not.toBe(first.body.room_id);
  });

  test('the conversation is encrypted from its first event and belongs to both', async () => {
    const { mira, jonas } = await setUp();
    const { body } = await start(mira, jonas.userId);

    const { body: state } = await mira.call('GET', `${CLIENT}/rooms/${body.room_id}/state`);

    const content = (type: string) =>
      state.find((event: { type: string; state_key: string }) => event.type === type)?.content;
    expect(content('m.room.encryption')).toEqual({ algorithm: 'm.megolm.v1.aes-sha2' });
    expect(content('m.room.create').additional_creators).toEqual([jonas.userId]);
  });

  test('m.direct names the conversation for both, without touching what was there', async () => {
    const { mira, jonas } = await setUp();
    const path = `${CLIENT}/user/${mira.userId}/account_data/m.direct`;
    await mira.call('PUT', path, { '@old:sotto.test': ['!other'] });

    const { body } = await start(mira, jonas.userId);
    await jonas.call('POST', `${CLIENT}/rooms/${body.room_id}/join`, {});

    expect(await directOf(mira)).toEqual({
      '@old:sotto.test': ['!other'],
      [jonas.userId]: [body.room_id],
    });
    expect(await directOf(jonas)).toEqual({ [mira.userId]: [body.room_id] });
  });

  test('a conversation of three is listed under each of the others, whoever has accepted', async () => {
    const { mira, jonas, noor } = await setUp();
    const { body } = await start(mira, jonas.userId, noor.userId);

    await jonas.call('POST', `${CLIENT}/rooms/${body.room_id}/join`, {});

    const rooms = [body.room_id];
    expect(await directOf(mira)).toEqual({ [jonas.userId]: rooms, [noor.userId]: rooms });
    expect(await directOf(jonas)).toEqual({ [mira.userId]: rooms, [noor.userId]: rooms });
  });

  test('an invitation puts nothing into the settings of someone who has not accepted', async () => {
    const { mira, jonas } = await setUp();

    await start(mira, jonas.userId);

    expect(await directOf(jonas)).toMatchObject({ errcode: 'M_NOT_FOUND' });
  });

  test('someone who declined and then writes first starts afresh', async () => {
    const { mira, jonas } = await setUp();
    const declined = await start(mira, jonas.userId);
    await jonas.call('POST', `${CLIENT}/rooms/${declined.body.room_id}/leave`, {});

    const started = await start(jonas, mira.userId);
    const again = await start(mira, jonas.userId);

    expect(started.body.created).toBe(true);
    expect(again.body).toEqual({ room_id: started.body.room_id, created: false });
  });

  test('asking again after a refusal does not ask the other person again', async () => {
    const { mira, jonas } = await setUp();
    const { body } = await start(mira, jonas.userId);
    await jonas.call('POST', `${CLIENT}/rooms/${body.room_id}/leave`, {});

    const again = await start(mira, jonas.userId);
    const { body: seen } = await jonas.call('GET', `${CLIENT}/sync?timeout=0`);

    expect(again.body).toEqual({ room_id: body.room_id, created: false });
    expect(seen.rooms?.invite).toBeUndefined();
  });

  test.each([
    ['nobody', (): string[] => [], 400, 'M_BAD_JSON'],
    ['oneself only', (mira: TestDevice) => [mira.userId], 400, 'M_INVALID_PARAM'],
    ['somebody who is not here', () => ['@nobody:sotto.test'], 404, 'M_NOT_FOUND'],
    ['what is not a user id', () => ['nobody'], 404, 'M_NOT_FOUND'],
    [
      'fifty others',
      () => Array.from({ length: 50 }, (_, index) => `@u${index}:sotto.test`),
      400,
      'M_BAD_JSON',
    ],
  ])(
    'a conversation with %s is refused and makes no room',
    async (_case, others, status, errcode) => {
      const { mira } = await setUp();

      const reply = await start(mira, ...others(mira));

      expect([reply.status, reply.body.errcode]).toEqual([status, errcode]);
      expect((await mira.call('GET', `${CLIENT}/joined_rooms`)).body.joined_rooms).toEqual([]);
    },
  );
});
