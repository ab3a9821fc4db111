import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { randomKey } from '../testing/key-pair.ts';
import { CLAIMED_IDS_MAX, ONE_TIME_KEYS_MAX } from './uploading.ts';

describeEachDatabase('claiming keys', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const fallback = (id: string, key = randomKey()) =>
      mira.upload({
        fallback_keys: { [`signed_curve25519:${id}`]: mira.signedKey(key, { fallback: true }) },
      });
    const claims = async (times: number) => {
      const claimed: (string | null)[] = [];
      for (let time = 0; time < times; time += 1) claimed.push(...(await jonas.claim(mira)));
      return claimed;
    };
    const countOf = async (device: KeyDevice) =>
      (await device.upload({})).body.one_time_key_counts.signed_curve25519;
    return { server, mira, jonas, fallback, claims, countOf };
  }

  test('keys are given out oldest first: the device may have forgotten a later one by then', async () => {
    const { mira, claims } = await setUp();
    // The ids would sort the other way round.
    for (const id of ['C', 'B', 'A']) await mira.uploadKeys(id);

    const claimed = await claims(4);

    expect(claimed).toEqual([
      'signed_curve25519:C',
      'signed_curve25519:B',
      'signed_curve25519:A',
      null,
    ]);
  });

  test('the claimed key is the one that was uploaded, signature and all', async () => {
    const { mira, jonas } = await setUp();
    const signed = mira.signedKey();
    await mira.upload({ one_time_keys: { 'signed_curve25519:A': signed } });

    const { status, body } = await jonas.call('POST', `${CLIENT}/keys/claim`, {
      one_time_keys: { [mira.userId]: { [mira.deviceId]: 'signed_curve25519' } },
    });

    expect([status, body]).toEqual([
      200,
      {
        failures: {},
        one_time_keys: { [mira.userId]: { [mira.deviceId]: { 'signed_curve25519:A': signed } } },
      },
    ]);
  });

  test('no two claims get the same key, or the second could never be decrypted', async () => {
    const { server, mira, jonas } = await setUp();
    const noor = withKeys(await server.signUp('noor'));
    const ids = Array.from({ length: 40 }, (_, index) => `K${index}`);
    await mira.uploadKeys(...ids);

    const claimed = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => (index % 2 ? jonas : noor).claim(mira)),
    );

    const names = claimed.flat();
    const given = names.filter((name) => name !== null);
    expect(new Set(given).size).toBe(40);
    expect(given).toHaveLength(40);
  });

  test('concurrent claims of several devices each get a whole set', async () => {
    const { server, mira, jonas } = await setUp();
    const other = withKeys(await server.signIn('mira'));
    const ids = Array.from({ length: 20 }, (_, index) => `K${index}`);
    await mira.uploadKeys(...ids);
    await other.uploadKeys(...ids);

    const claimed = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        index % 2 ? jonas.claim(mira, other) : (await jonas.claim(other, mira)).toReversed(),
      ),
    );

    expect(new Set(claimed.map(([first]) => first)).size).toBe(20);
    expect(new Set(claimed.map(([, second]) => second)).size).toBe(20);
    expect(claimed.flat()).not.toContain(null);
  });

  test('a key uploaded again after it was claimed is not offered twice (upload and claim race)', async () => {
    const { mira, claims } = await setUp();
    const upload = {
      one_time_keys: {
        'signed_curve25519:A': mira.signedKey(),
        'signed_curve25519:B': mira.signedKey(),
      },
    };
    await mira.upload(upload);
    const [first] = await claims(1);

    // The reply to the upload was lost, so the device sends it again.
    const again = await mira.upload(upload);
    const later = await claims(2);

    expect(again).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 1 } },
    });
    expect(new Set([first, later[0]]).size).toBe(2);
    expect(later[1]).toBeNull();
  });

  test('an upload and claims at the same moment lose no key and repeat none', async () => {
    const { mira, jonas } = await setUp();
    const ids = Array.from({ length: 20 }, (_, index) => `K${index}`);
    const upload = {
      one_time_keys: Object.fromEntries(
        ids.map((id) => [`signed_curve25519:${id}`, mira.signedKey()]),
      ),
    };

    const claimed = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        if (index % 3 === 0) await mira.upload(upload);
        return jonas.claim(mira);
      }),
    );
    const rest = await Promise.all(Array.from({ length: 30 }, () => jonas.claim(mira)));

    const given = [...claimed, ...rest].flat().filter((name) => name !== null);
    expect(given.toSorted()).toEqual(ids.map((id) => `signed_curve25519:${id}`).toSorted());
  });

  test('claimed ids are remembered for many uploads', async () => {
    const { mira, claims } = await setUp();
    const first = { one_time_keys: { 'signed_curve25519:FIRST': mira.signedKey() } };
    await mira.upload(first);
    await claims(1);

    // Ids withdrawn because newer ones came count as given out too.
    const batch = (CLAIMED_IDS_MAX - ONE_TIME_KEYS_MAX) / 5;
    for (let upload = 0; upload < 5; upload += 1) {
      await mira.uploadKeys(...Array.from({ length: batch }, (_, id) => `${upload}-${id}`));
    }
    const again = await mira.upload(first);

    expect(again.status).toBe(200);
    expect(again.body.one_time_key_counts).toEqual({ signed_curve25519: ONE_TIME_KEYS_MAX });
  });

  test('the fallback key comes only when no other is left, and stays when it was used', async () => {
    const { mira, fallback, claims, countOf } = await setUp();
    await mira.uploadKeys('A');
    await fallback('F');

    const claimed = await claims(3);

    expect(claimed).toEqual(['signed_curve25519:A', 'signed_curve25519:F', 'signed_curve25519:F']);
    expect(await countOf(mira)).toBe(0);
  });

  test('a device is told that its fallback key was used, and only then', async () => {
    const { mira, fallback, claims } = await setUp();
    const unused = async () => (await mira.sync()).device_unused_fallback_key_types;
    const none = await unused();
    const key = randomKey();
    await fallback('F', key);

    const fresh = await unused();
    await claims(1);
    const used = await unused();
    await fallback('F', key);
    const same = await unused();
    await fallback('G');
    const replaced = await unused();

    expect([none, fresh, used, same, replaced]).toEqual([
      [],
      ['signed_curve25519'],
      [],
      [],
      ['signed_curve25519'],
    ]);
  });

  test('every sync says how many keys are left, or the device would make new ones without end', async () => {
    const { mira, claims } = await setUp();
    await mira.uploadKeys('A', 'B');

    const first = await mira.sync();
    await claims(1);
    const quiet = await mira.sync(first.next_batch);
    await claims(1);
    const empty = await mira.sync(quiet.next_batch);

    expect([first, quiet, empty].map((body) => body.device_one_time_keys_count)).toEqual([
      { signed_curve25519: 2 },
      { signed_curve25519: 1 },
      { signed_curve25519: 0 },
    ]);
  });

  test('devices without keys, unknown people and unknown algorithms are left out', async () => {
    const { mira, jonas } = await setUp();
    await mira.uploadKeys('A');

    const { status, body } = await jonas.call('POST', `${CLIENT}/keys/claim`, {
      one_time_keys: {
        [mira.userId]: { [mira.deviceId]: 'curve25519', NOSUCH: 'signed_curve25519' },
        [jonas.userId]: { [jonas.deviceId]: 'signed_curve25519' },
        '@nobody:sotto.test': { ANY: 'signed_curve25519' },
        '@constructor': { constructor: 'signed_curve25519' },
      },
    });

    expect([status, body]).toEqual([200, { failures: {}, one_time_keys: {} }]);
  });

  test('people on other servers are reported, not taken for people without keys', async () => {
    const { jonas } = await setUp();

    const { body } = await jonas.call('POST', `${CLIENT}/keys/claim`, {
      one_time_keys: { '@far:elsewhere.test': { DEVICE: 'signed_curve25519' } },
    });

    expect(Object.keys(body.failures)).toEqual(['elsewhere.test']);
  });

  test('a thousand devices can be claimed for at once, and not one more', async () => {
    const { jonas } = await setUp();
    const wanted = (count: number, extra: object = {}) => ({
      one_time_keys: {
        '@nobody:sotto.test': Object.fromEntries(
          Array.from({ length: count }, (_, id) => [`D${id}`, 'signed_curve25519']),
        ),
        ...extra,
      },
    });

    const atLimit = await jonas.call('POST', `${CLIENT}/keys/claim`, wanted(1_000));
    const past = await jonas.call(
      'POST',
      `${CLIENT}/keys/claim`,
      wanted(1_000, { '@other:sotto.test': { ONE: 'signed_curve25519' } }),
    );

    expect(atLimit.status).toBe(200);
    expect(past).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
  });

  test('malformed claims are refused', async () => {
    const { jonas } = await setUp();
    const malformed: (object | string)[] = [
      { one_time_keys: { 'mira:sotto.test': {} } },
      { one_time_keys: { '@mira:sotto.test': { DEVICE: 7 } } },
      { one_time_keys: { '@mira:sotto.test': { 'a\u0000b': 'signed_curve25519' } } },
      { one_time_keys: { '@mira:sotto.test': { DEVICE: 'x\u0000y' } } },
      { one_time_keys: [] },
      {},
    ];

    for (const body of malformed) {
      const reply = await jonas.call('POST', `${CLIENT}/keys/claim`, body);
      expect([body, reply.status, reply.body.errcode]).toEqual([body, 400, 'M_BAD_JSON']);
    }
  });
});
