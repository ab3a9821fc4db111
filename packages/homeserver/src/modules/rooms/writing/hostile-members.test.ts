import { generateKeyPairSync, sign } from 'node:crypto';
import { canonicalJson } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';
const state = (roomId: string, type: string, key: string) =>
  `${CLIENT}/rooms/${roomId}/state/${type}/${encodeURIComponent(key)}`;

async function createRoom(owner: TestDevice, body: object = {}): Promise<string> {
  const reply = await owner.call('POST', `${CLIENT}/createRoom`, body);
  return reply.body.room_id;
}

async function joinedIn(by: TestDevice, roomId: string): Promise<string[]> {
  const { body } = await by.call('GET', `${CLIENT}/rooms/${roomId}/joined_members`);
  return Object.keys(body.joined).toSorted();
}

describeEachDatabase('a hostile member', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    const roomId = await createRoom(mira, { invite: [jonas.userId] });
    await jonas.call('POST', `${CLIENT}/rooms/${roomId}/join`, {});
    return { server, mira, jonas, roomId };
  }

  test('cannot throw the creator out with an invitation signed by a key of their own', async () => {
    const { mira, jonas, roomId } = await setUp();
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const publicText = key.toString('base64').replace(/=+$/, '');
    const signed = { mxid: mira.userId, token: 'tok' };
    const signature = sign(null, Buffer.from(canonicalJson(signed)), privateKey)
      .toString('base64')
      .replace(/=+$/, '');

    const planted = await jonas.call('PUT', state(roomId, 'm.room.third_party_invite', 'tok'), {
      display_name: 'x',
      key_validity_url: 'https://example.org/',
      public_key: publicText,
      public_keys: [{ public_key: publicText }],
    });
    const used = await jonas.call('PUT', state(roomId, 'm.room.member', mira.userId), {
      membership: 'invite',
      third_party_invite: {
        display_name: 'x',
        signed: { ...signed, signatures: { x: { 'ed25519:0': signature } } },
      },
    });

    expect([planted.status, used.status]).toEqual([403, 403]);
    expect(await joinedIn(mira, roomId)).toEqual([jonas.userId, mira.userId]);
  });

  test('cannot plant such an invitation when making a room either', async () => {
    const { jonas } = await setUp();

    const { status, body } = await jonas.call('POST', `${CLIENT}/createRoom`, {
      initial_state: [{ type: 'm.room.third_party_invite', state_key: 'tok', content: {} }],
    });

    expect([status, body.errcode]).toEqual([400, 'M_INVALID_ROOM_STATE']);
  });

  test.each(['foo', '@', '@nobody', ''])(
    'cannot make a member of %j, which is no person',
    async (key) => {
      const { mira, roomId } = await setUp();

      for (const membership of ['invite', 'ban', 'leave']) {
        const { status } = await mira.call('PUT', state(roomId, 'm.room.member', key), {
          membership,
        });
        expect([membership, status]).toEqual([membership, 400]);
      }
    },
  );

  test.each(['@nobody:sotto.test', '@mira:elsewhere.example'])(
    'cannot invite %s, whom nobody knows here, through the state',
    async (key) => {
      const { mira, roomId } = await setUp();

      const { status, body } = await mira.call('PUT', state(roomId, 'm.room.member', key), {
        membership: 'invite',
      });

      expect([status, body.errcode]).toEqual([404, 'M_NOT_FOUND']);
    },
  );

  test.each([
    { displayname: { a: 1 } },
    { displayname: '\u202Eana\u200b' },
    { displayname: '\u3164' },
    { avatar_url: 5 },
    { reason: ['x'] },
  ])('cannot give themselves %o', async (content) => {
    const { jonas, roomId } = await setUp();

    const { status, body } = await jonas.call('PUT', state(roomId, 'm.room.member', jonas.userId), {
      membership: 'join',
      ...content,
    });

    expect([status, body.errcode]).toEqual([400, 'M_INVALID_PARAM']);
  });

  test('cannot reach somebody by removing or banning them from a room they know nothing of', async () => {
    const { server, mira, roomId } = await setUp();
    const noor = await server.signUp('noor');
    const before = await noor.call('GET', `${CLIENT}/sync?timeout=0`);
    const insult = { user_id: noor.userId, reason: 'an insult' };

    const kick = await mira.call('POST', `${CLIENT}/rooms/${roomId}/kick`, insult);
    const leave = await mira.call('PUT', state(roomId, 'm.room.member', noor.userId), {
      membership: 'leave',
      reason: 'an insult',
    });
    const ban = await mira.call('PUT', state(roomId, 'm.room.member', noor.userId), {
      membership: 'ban',
      reason: 'an insult',
    });
    const since = before.body.next_batch;
    const seen = await Promise.all(
      [`since=${since}`, 'since=s999999', `filter={"room":{"include_leave":true}}`].map((query) =>
        noor.call('GET', `${CLIENT}/sync?timeout=0&${query}`),
      ),
    );

    expect([kick.status, leave.status, ban.status]).toEqual([403, 403, 200]);
    for (const { body } of seen) expect(JSON.stringify(body)).not.toContain('an insult');
  });

  test('somebody who was invited and then removed is told so, once', async () => {
    const { server, mira, roomId } = await setUp();
    const noor = await server.signUp('noor');
    await mira.call('POST', `${CLIENT}/rooms/${roomId}/invite`, { user_id: noor.userId });
    const { body } = await noor.call('GET', `${CLIENT}/sync?timeout=0`);
    const kick = () =>
      mira.call('POST', `${CLIENT}/rooms/${roomId}/kick`, { user_id: noor.userId });

    const first = await kick();
    const news = await noor.call('GET', `${CLIENT}/sync?timeout=0&since=${body.next_batch}`);
    const again = await kick();

    expect([first.status, again.status]).toEqual([200, 403]);
    expect(Object.keys(news.body.rooms.leave)).toEqual([roomId]);
  });

  test('cannot make reading dear for others by changing their own membership again and again', async () => {
    const { server, jonas, roomId } = await setUp();
    for (let change = 0; change < 20; change += 1) {
      await jonas.call('PUT', state(roomId, 'm.room.member', jonas.userId), {
        membership: 'join',
        padding: `${change}`,
      });
    }

    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    const changes = await db.read
      .selectFrom('event')
      .select('changed_to')
      .where('state_key', '=', jonas.userId)
      .where('changed_to', 'is not', null)
      .orderBy('position')
      .execute();
    await db.close();

    expect(changes.map(({ changed_to: to }) => to)).toEqual(['invite', 'join']);
    const { status } = await jonas.call('GET', `${CLIENT}/rooms/${roomId}/messages?dir=b`);
    expect(status).toBe(200);
  });

  test('cannot fill everybody’s rooms by changing their name again and again', async () => {
    const { mira, jonas, roomId } = await setUp();
    const rename = (name: string) =>
      jonas.call('PUT', `${CLIENT}/profile/${jonas.userId}/displayname`, { displayname: name });
    const names = Array.from({ length: 30 }, (_, index) => `Jonas ${index}`);

    const replies = await Promise.all(names.map(rename));
    const { body: profile } = await jonas.call('GET', `${CLIENT}/profile/${jonas.userId}`);
    const { body } = await mira.call('GET', `${CLIENT}/rooms/${roomId}/messages?dir=b&limit=100`);

    const said = body.chunk
      .filter(({ state_key: key }: { state_key?: string }) => key === jonas.userId)
      .map(({ content }: { content: { displayname: string } }) => content.displayname);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(said[0]).toBe(profile.displayname);
    expect(said.length).toBeLessThan(15);
  });

  test('cannot have many large rooms share one commit, and each is made whole', async () => {
    const { jonas } = await setUp();
    const topics = Array.from({ length: 90 }, (_, index) => ({
      type: 'x.topic',
      state_key: `${index}`,
      content: {},
    }));

    const rooms = await Promise.all(
      Array.from({ length: 8 }, () => createRoom(jonas, { initial_state: topics })),
    );
    const states = await Promise.all(
      rooms.map((room) => jonas.call('GET', `${CLIENT}/rooms/${room}/state`)),
    );

    const counts = states.map(
      ({ body }) => body.filter(({ type }: { type: string }) => type === 'x.topic').length,
    );
    expect(counts).toEqual(rooms.map(() => 90));
  });

  test('cannot make rooms without end', async () => {
    const server = await startHomeserver(open, { rateLimits: true });
    const jonas = await server.signUp('jonas');

    const replies = await Promise.all(
      Array.from({ length: 35 }, () => jonas.call('POST', `${CLIENT}/createRoom`, {})),
    );

    const refused = replies.filter(({ status }) => status !== 200);
    expect(refused.map(({ status }) => status)).toEqual([429, 429, 429, 429, 429]);
    expect(refused[0]?.headers['retry-after']).toBeDefined();
  });
});
