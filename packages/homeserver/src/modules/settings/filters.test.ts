import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { startHomeserver, type Reply, type TestDevice } from '../../testing/homeserver.ts';

const V3 = '/_matrix/client/v3';

function answer({ status, body }: Reply): string {
  return `${status} ${body.errcode}`;
}

describeEachDatabase('filters', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = await server.signUp('mira');
    const jonas = await server.signUp('jonas');
    return { server, mira, jonas };
  }

  const filter = {
    room: { timeline: { limit: 10, types: ['m.room.*'], lazy_load_members: true } },
    event_fields: ['type', 'content'],
    'org.example.future': { kept: true },
  };
  const define = (by: TestDevice, body: unknown) =>
    by.call('POST', `${V3}/user/${by.userId}/filter`, body);

  test('a filter reads back as it was given, whatever else it holds', async () => {
    const { mira } = await setUp();

    const { status, body } = await define(mira, filter);

    expect(status).toBe(200);
    expect(body.filter_id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const read = await mira.call('GET', `${V3}/user/${mira.userId}/filter/${body.filter_id}`);
    expect(read).toMatchObject({ status: 200, body: filter });
  });

  test('the same filter has the same id, another filter another', async () => {
    const { mira } = await setUp();

    const ids = [filter, filter, {}].map(
      async (given) => (await define(mira, given)).body.filter_id,
    );
    const [first, again, other] = await Promise.all(ids);

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('an unknown id, also one of somebody else’s, is not found', async () => {
    const { mira, jonas } = await setUp();
    const { body } = await define(mira, filter);

    const replies = [body.filter_id, '0', '{}', '../filter'].map((filterId) =>
      jonas.call('GET', `${V3}/user/${jonas.userId}/filter/${encodeURIComponent(filterId)}`),
    );

    expect((await Promise.all(replies)).map(answer)).toEqual(replies.map(() => '404 M_NOT_FOUND'));
  });

  test('nobody keeps or reads filters as somebody else', async () => {
    const { mira, jonas } = await setUp();
    const { body } = await define(mira, filter);

    const kept = await jonas.call('POST', `${V3}/user/${mira.userId}/filter`, {});
    const read = await jonas.call('GET', `${V3}/user/${mira.userId}/filter/${body.filter_id}`);

    expect(kept).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
    expect(read).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
  });

  test('a hundred filters are kept; the one uploaded longest ago makes room', async () => {
    const { server, mira } = await setUp();
    const ids: string[] = [];
    const uploadAt = async (limit: number) => {
      server.clock.advanceMs(1);
      return (await define(mira, { room: { timeline: { limit } } })).body.filter_id;
    };
    for (let limit = 0; limit < 100; limit += 1) ids.push(await uploadAt(limit));
    await uploadAt(0);
    await uploadAt(100);

    const statuses = ids.slice(0, 3).map(async (id) => {
      return (await mira.call('GET', `${V3}/user/${mira.userId}/filter/${id}`)).status;
    });

    expect(await Promise.all(statuses)).toEqual([200, 404, 200]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, index) => `m.${index}`);

  test.each([
    { says: 'no object', body: [] },
    { says: 'presence that is no object', body: { presence: 'everyone' } },
    { says: 'a timeline that is no object', body: { room: { timeline: 'all' } } },
    { says: 'types that are no list', body: { room: { timeline: { types: 'm.room' } } } },
    { says: 'senders that are numbers', body: { room: { timeline: { senders: [1] } } } },
    { says: 'a sender that is none', body: { room: { timeline: { senders: ['mira'] } } } },
    { says: 'a room that is none', body: { room: { rooms: ['mira'] } } },
    { says: 'half a limit', body: { room: { timeline: { limit: 1.5 } } } },
    { says: 'less than nothing', body: { room: { timeline: { limit: -1 } } } },
    { says: 'an unknown format', body: { event_format: 'xml' } },
    { says: 'a bomb of types', body: { room: { timeline: { types: many(501) } } } },
    { says: 'a long type', body: { room: { state: { not_types: ['*'.repeat(256)] } } } },
  ])('$says is refused', async ({ body }) => {
    const { mira } = await setUp();

    const reply = await define(mira, body);

    expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_BAD_JSON' } });
  });

  test('five hundred types of 255 characters are still a filter', async () => {
    const { mira } = await setUp();
    const types = many(500);
    types[0] = '*'.repeat(255);

    expect((await define(mira, { room: { timeline: { types } } })).status).toBe(200);
  });

  test('more than 64 KiB of filter is refused before it is read', async () => {
    const { mira } = await setUp();

    const reply = await define(mira, { 'org.example.padding': 'x'.repeat(65_536) });

    expect(reply).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
  });
});
