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

  const noFilters: Readonly<Record<string, unknown>> = {
    'no object': [],
    'presence that is no object': { presence: 'everyone' },
    'a timeline that is no object': { room: { timeline: 'all' } },
    'types that are no list': { room: { timeline: { types: 'm.room' } } },
    'senders that are numbers': { room: { timeline: { senders: [1] } } },
    'a sender that is none': { room: { timeline: { senders: ['mira'] } } },
    'a room that is none': { room: { rooms: ['mira'] } },
    'half a limit': { room: { timeline: { limit: 1.5 } } },
    'less than nothing': { room: { timeline: { limit: -1 } } },
    'an unknown format': { event_format: 'xml' },
    'a bomb of types': { room: { timeline: { types: many(501) } } },
    'a long type': { room: { state: { not_types: ['*'.repeat(256)] } } },
  };

  test('what is no filter is refused, uploaded or within a sync', async () => {
    const { mira } = await setUp();
    const answers: Record<string, string[]> = {};

    for (const [says, body] of Object.entries(noFilters)) {
      const inline = encodeURIComponent(JSON.stringify(body));
      const replies = [
        await define(mira, body),
        await mira.call('GET', `${V3}/sync?filter=${inline}`),
      ];
      answers[says] = replies.map(answer);
    }

    const refused = ['400 M_BAD_JSON', '400 M_BAD_JSON'];
    const asAnId = ['400 M_BAD_JSON', '404 M_NOT_FOUND'];
    const expected = Object.keys(noFilters).map((says) => [says, refused]);
    expect(answers).toEqual({ ...Object.fromEntries(expected), 'no object': asAnId });
  });

  test('a sync is refused a filter that is not known, and half a one', async () => {
    const { mira } = await setUp();

    const unknown = await mira.call('GET', `${V3}/sync?filter=unknown`);
    const half = await mira.call('GET', `${V3}/sync?filter=${encodeURIComponent('{"room":')}`);

    expect([unknown, half].map(answer)).toEqual(['404 M_NOT_FOUND', '400 M_NOT_JSON']);
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
