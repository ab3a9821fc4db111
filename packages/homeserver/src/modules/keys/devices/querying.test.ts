import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, withKeys } from '../testing/key-device.ts';

describeEachDatabase('querying keys', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const query = (body: object) => jonas.call('POST', `${CLIENT}/keys/query`, body);
    return { server, mira, jonas, query };
  }

  test('everyone asked for is in the answer, or clients would ask again in a loop', async () => {
    const { mira, query } = await setUp();

    const { status, body } = await query({
      device_keys: { [mira.userId]: [], '@nobody:sotto.test': [], '@constructor:sotto.test': [] },
    });

    expect(status).toBe(200);
    expect(body.device_keys).toEqual({
      [mira.userId]: {},
      '@nobody:sotto.test': {},
      '@constructor:sotto.test': {},
    });
    expect(body.failures).toEqual({});
  });

  test('only the devices asked for are given', async () => {
    const { server, mira, query } = await setUp();
    const other = withKeys(await server.signIn('mira'));
    await mira.upload({ device_keys: mira.deviceKeys });
    await other.upload({ device_keys: other.deviceKeys });

    const all = await query({ device_keys: { [mira.userId]: [] } });
    const one = await query({ device_keys: { [mira.userId]: [other.deviceId, 'NOSUCH'] } });

    expect(Object.keys(all.body.device_keys[mira.userId]).toSorted()).toEqual(
      [mira.deviceId, other.deviceId].toSorted(),
    );
    expect(Object.keys(one.body.device_keys[mira.userId])).toEqual([other.deviceId]);
  });

  test('a device comes with its name, and people are told when that changes', async () => {
    const { mira, jonas } = await setUp();
    await mira.upload({ device_keys: mira.deviceKeys });
    const { next_batch: before } = await mira.sync();

    await mira.call('PUT', `${CLIENT}/devices/${mira.deviceId}`, { display_name: "Mira's phone" });
    const keys = await jonas.query(mira.userId);
    const news = await mira.sync(before);

    expect(keys.device_keys[mira.userId][mira.deviceId].unsigned).toEqual({
      device_display_name: "Mira's phone",
    });
    expect(news.device_lists.changed).toEqual([mira.userId]);
  });

  test('people on other servers are reported as unreachable', async () => {
    const { query } = await setUp();

    const { body } = await query({ device_keys: { '@far:elsewhere.test': [], '@broken': [] } });

    expect(Object.keys(body.failures)).toEqual(['elsewhere.test']);
    expect(body.device_keys).toEqual({});
  });

  test('a query names at most 500 people', async () => {
    const { query } = await setUp();
    const people = (count: number) => ({
      device_keys: Object.fromEntries(
        Array.from({ length: count }, (_, id) => [`@u${id}:sotto.test`, []]),
      ),
    });

    const atLimit = await query(people(500));
    const past = await query(people(501));
    const flood = await query(people(10_000));

    expect(Object.keys(atLimit.body.device_keys)).toHaveLength(500);
    expect(past).toMatchObject({ status: 400, body: { errcode: 'M_BAD_JSON' } });
    expect([400, 413]).toContain(flood.status);
  });

  test('malformed queries are refused', async () => {
    const { jonas } = await setUp();
    const malformed: (object | string)[] = [
      {},
      { device_keys: [] },
      { device_keys: { mira: [] } },
      { device_keys: { '@mira:sotto.test': 'all' } },
      { device_keys: { '@mira:sotto.test': [1] } },
      '{"device_keys":{"__proto__":[]}}',
    ];

    for (const body of malformed) {
      const reply = await jonas.call('POST', `${CLIENT}/keys/query`, body);
      expect([body, reply.status, reply.body.errcode]).toEqual([body, 400, 'M_BAD_JSON']);
    }
  });
});
