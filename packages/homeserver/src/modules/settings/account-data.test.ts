import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { openDatabase } from '../../storage/index.ts';
import { describeEachDatabase, type TestStorage } from '../../testing/each-database.ts';
import { startHomeserver, type Reply, type TestDevice } from '../../testing/homeserver.ts';

const V3 = '/_matrix/client/v3';

function globalPath(owner: string, type: string): string {
  return `${V3}/user/${owner}/account_data/${type}`;
}

function roomPath(owner: string, roomId: string, type: string): string {
  return `${V3}/user/${owner}/rooms/${roomId}/account_data/${type}`;
}

async function createRoom(owner: TestDevice): Promise<string> {
  return (await owner.call('POST', `${V3}/createRoom`, {})).body.room_id;
}

/** What is left of a person in the database, which no request shows any more. */
async function countRows(storage: TestStorage, userId: UserId): Promise<number> {
  const db = await openDatabase({ ...storage, onIdleError: () => undefined });
  const rows = db.read.selectFrom('account_data').select('type').where('user_id', '=', userId);
  const { length } = await rows.execute();
  await db.close();
  return length;
}

function answer({ status, body }: Reply): string {
  return `${status} ${body.errcode}`;
}

describeEachDatabase('account data', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    return { server, mira, jonas };
  }

  test('what one device keeps, another device of the same person reads', async () => {
    const { server, mira } = await setUp();
    const phone = await server.signIn('mira');
    const path = globalPath(mira.userId, 'org.example.theme');

    const kept = await mira.call('PUT', path, { dark: true, nested: { list: [1, null, 'é'] } });
    await mira.call('PUT', path, { dark: false });

    expect(kept).toMatchObject({ status: 200, body: {} });
    expect((await phone.call('GET', path)).body).toEqual({ dark: false });
  });

  test('the same type may be kept once for all and once in each room', async () => {
    const { server, mira } = await setUp();
    const first = await createRoom(mira);
    server.clock.advanceMs(1);
    const second = await createRoom(mira);
    const type = 'org.example.note';

    await mira.call('PUT', globalPath(mira.userId, type), { at: 'global' });
    await mira.call('PUT', roomPath(mira.userId, first, type), { at: 'first' });

    expect((await mira.call('GET', globalPath(mira.userId, type))).body).toEqual({
      at: 'global',
    });
    const inFirst = await mira.call('GET', roomPath(mira.userId, first, type));
    expect(inFirst.body).toEqual({ at: 'first' });
    const inSecond = await mira.call('GET', roomPath(mira.userId, second, type));
    expect(inSecond).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
  });

  test('nothing under a name is not found', async () => {
    const { mira } = await setUp();

    const reply = await mira.call('GET', globalPath(mira.userId, 'org.example.absent'));

    expect(reply).toMatchObject({ status: 404, body: { errcode: 'M_NOT_FOUND' } });
  });

  test('nobody reads or writes another person’s settings, kept or not', async () => {
    const { mira, jonas } = await setUp();
    const roomId = await createRoom(mira);
    await mira.call('PUT', globalPath(mira.userId, 'org.example.kept'), { secret: true });
    const paths = [
      globalPath(mira.userId, 'org.example.kept'),
      globalPath(mira.userId, 'org.example.absent'),
      globalPath('@nobody:sotto.test', 'org.example.kept'),
      roomPath(mira.userId, roomId, 'org.example.kept'),
    ];

    const replies = paths.flatMap((path) => [
      jonas.call('GET', path),
      jonas.call('PUT', path, { mine: true }),
    ]);

    expect((await Promise.all(replies)).map(answer)).toEqual(replies.map(() => '403 M_FORBIDDEN'));
    expect((await mira.call('GET', paths[0] ?? '')).body).toEqual({ secret: true });
  });

  test('a room one is not in looks the same as one that is not there', async () => {
    const { mira, jonas } = await setUp();
    const theirs = await createRoom(mira);
    const absent = `!${'x'.repeat(43)}`;

    const [there, notThere] = await Promise.all(
      [theirs, absent].map((roomId) =>
        jonas.call('PUT', roomPath(jonas.userId, roomId, 'm.tag'), { tags: {} }),
      ),
    );

    expect(there).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
    expect(notThere?.status).toBe(403);
    expect(notThere?.body).toEqual(there?.body);
  });

  test('what was kept in a room can be read after leaving it', async () => {
    const { mira } = await setUp();
    const roomId = await createRoom(mira);
    const path = roomPath(mira.userId, roomId, 'org.example.note');
    await mira.call('PUT', path, { kept: true });

    await mira.call('POST', `${V3}/rooms/${roomId}/leave`, {});

    expect((await mira.call('GET', path)).body).toEqual({ kept: true });
    expect((await mira.call('PUT', path, { kept: false })).status).toBe(403);
  });

  test('a room id that is none is refused as such', async () => {
    const { mira } = await setUp();
    const path = roomPath(mira.userId, '@notaroomid:example.org', 'm.tag');

    const replies = [await mira.call('GET', path), await mira.call('PUT', path, {})];

    expect(replies.map(answer)).toEqual(['400 M_INVALID_PARAM', '400 M_INVALID_PARAM']);
  });

  test('what the server manages cannot be written, anywhere', async () => {
    const { mira } = await setUp();
    const roomId = await createRoom(mira);

    const replies = ['m.push_rules', 'm.fully_read'].flatMap((type) => [
      mira.call('PUT', globalPath(mira.userId, type), { event_id: '$x' }),
      mira.call('PUT', roomPath(mira.userId, roomId, type), { event_id: '$x' }),
    ]);

    expect((await Promise.all(replies)).map(answer)).toEqual(replies.map(() => '405 M_BAD_JSON'));
  });

  test('what is no object is refused and leaves nothing', async () => {
    const { mira } = await setUp();
    const path = globalPath(mira.userId, 'org.example.odd');
    const deep = '{"a":'.repeat(10_000);
    const bodies = ['[1]', '"hello"', '{"a":', '{"__proto__":{"admin":true}}', deep];

    const replies: Reply[] = [];
    for (const body of bodies) replies.push(await mira.call('PUT', path, body));

    expect(replies.map(answer)).toEqual([
      '400 M_BAD_JSON',
      '400 M_BAD_JSON',
      '400 M_NOT_JSON',
      '400 M_BAD_JSON',
      '400 M_BAD_JSON',
    ]);
    expect((await mira.call('GET', path)).status).toBe(404);
  });

  test('what one device keeps, the others are told in their next sync', async () => {
    const { server, mira } = await setUp();
    const phone = await server.signIn('mira');
    const roomId = await createRoom(mira);
    const first = (await phone.call('GET', `${V3}/sync`)).body;

    await mira.call('PUT', globalPath(mira.userId, 'org.example.theme'), { dark: true });
    await mira.call('PUT', roomPath(mira.userId, roomId, 'm.tag'), { tags: {} });
    const next = (await phone.call('GET', `${V3}/sync?since=${first.next_batch}`)).body;

    const types = first.account_data.events.map(({ type }: { type: string }) => type);
    expect(types).toContain('m.push_rules');
    expect(next.account_data.events).toEqual([
      { type: 'org.example.theme', content: { dark: true } },
    ]);
    expect(next.rooms.join[roomId].account_data.events).toEqual([
      { type: 'm.tag', content: { tags: {} } },
    ]);
  });

  test('what a person kept goes with their account', async () => {
    const { server, mira } = await setUp();
    const path = globalPath(mira.userId, 'org.example.theme');
    await mira.call('PUT', path, { dark: true });
    const auth = { type: 'm.login.password', identifier: { type: 'm.id.user', user: 'mira' } };

    const begun = await mira.call('POST', `${V3}/account/deactivate`, {});
    const { session } = begun.body;
    const ended = await mira.call('POST', `${V3}/account/deactivate`, {
      auth: { ...auth, session, password: 'correct horse battery staple' },
    });

    expect(ended.status).toBe(200);
    expect(await countRows(server.storage, mira.userId)).toBe(0);
  });

  test('64 KiB fit, a byte more does not and leaves what was there', async () => {
    const { mira } = await setUp();
    const path = globalPath(mira.userId, 'org.example.large');
    const text = 'x'.repeat(65_536 - '{"text":""}'.length);

    const fits = await mira.call('PUT', path, { text });
    const tooLarge = await mira.call('PUT', path, { text: `${text}x` });

    expect(fits.status).toBe(200);
    expect(tooLarge).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
    expect((await mira.call('GET', path)).body).toEqual({ text });
  });

  test('a room holds a hundred types and refuses one more, but not a change', async () => {
    const { mira } = await setUp();
    const roomId = await createRoom(mira);
    const put = (type: string) => mira.call('PUT', roomPath(mira.userId, roomId, type), {});
    for (let index = 0; index < 99; index += 1) await put(`org.example.${index}`);

    expect((await put('org.example.last')).status).toBe(200);
    expect(await put('org.example.more')).toMatchObject({
      status: 403,
      body: { errcode: 'M_FORBIDDEN' },
    });
    expect((await put('org.example.last')).status).toBe(200);
    expect((await mira.call('PUT', globalPath(mira.userId, 'm.other'), {})).status).toBe(200);
  });

  test('a person keeps a thousand types and is refused one more, but not a change', async () => {
    const { server, mira } = await setUp();
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    const rows = Array.from({ length: 999 }, (_, index) => ({
      user_id: mira.userId,
      room_key: 0,
      type: `org.example.${index}`,
      content: '{}',
    }));
    await db.write(({ db: writer }) => writer.insertInto('account_data').values(rows).execute());
    await db.close();
    const put = (type: string) => mira.call('PUT', globalPath(mira.userId, type), { new: true });

    const replies = [await put('last'), await put('more'), await put('last')];

    expect(replies.map(({ status }) => status)).toEqual([200, 403, 200]);
  });

  test('push rules read as account data, as they read under their own address', async () => {
    const { mira } = await setUp();

    const own = await mira.call('GET', `${V3}/pushrules/`);
    const asData = await mira.call('GET', globalPath(mira.userId, 'm.push_rules'));

    expect(own.status).toBe(200);
    expect(own.body.global.override[2].conditions[2].pattern).toBe(mira.userId);
    expect(asData.body).toEqual(own.body);
  });
});
