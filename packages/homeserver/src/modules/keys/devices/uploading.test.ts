import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, shareRoom, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { createKeyPair, randomKey } from '../testing/key-pair.ts';
import { ONE_TIME_KEYS_MAX } from './uploading.ts';

describeEachDatabase('uploading keys', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const upload = (by: KeyDevice, deviceKeys: object) => by.upload({ device_keys: deviceKeys });
    return { server, mira, jonas, upload };
  }

  function resigned(device: KeyDevice, changes: Record<string, never> | object): object {
    const { signatures: _signatures, ...signed } = device.deviceKeys;
    return device.sign({ ...signed, ...changes });
  }

  test('the counts are always there, or a client would repeat its upload for ever', async () => {
    const { mira } = await setUp();

    const empty = await mira.upload({});
    const full = await mira.uploadKeys('AAAAAA', 'AAAAAB');

    expect(empty).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 0 } },
    });
    expect(full).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 2 } },
    });
  });

  test('uploaded device keys are what others are given', async () => {
    const { mira, jonas, upload } = await setUp();

    await upload(mira, mira.deviceKeys);
    const keys = await jonas.query(mira.userId);

    expect(keys.device_keys[mira.userId][mira.deviceId]).toEqual({
      ...mira.deviceKeys,
      unsigned: {},
    });
  });

  test('whoever hears of a change reads the keys after it, never the ones before', async () => {
    const { mira, jonas, upload } = await setUp();
    await shareRoom(mira, jonas);
    const { next_batch: before } = await jonas.sync();

    await upload(mira, mira.deviceKeys);
    const news = await jonas.sync(before);
    const keys = await jonas.query(mira.userId);

    expect(news.device_lists.changed).toEqual([mira.userId]);
    expect(Object.keys(keys.device_keys[mira.userId])).toEqual([mira.deviceId]);
  });

  test("a person's other devices hear of a new one too, or they would not encrypt for it", async () => {
    const { server, mira, upload } = await setUp();
    const other = withKeys(await server.signIn('mira'));
    const { next_batch: before } = await other.sync();

    await upload(mira, mira.deviceKeys);
    const news = await other.sync(before);

    expect(news.device_lists.changed).toEqual([mira.userId]);
  });

  test('the same device keys again change nothing and tell nobody', async () => {
    const { mira, jonas, upload } = await setUp();
    await shareRoom(mira, jonas);
    await upload(mira, mira.deviceKeys);
    const { next_batch: before } = await jonas.sync();

    const again = await upload(mira, mira.deviceKeys);
    const news = await jonas.sync(before);

    expect(again.status).toBe(200);
    expect(news.device_lists).toBeUndefined();
  });

  test('a device may change what it can do', async () => {
    const { mira, jonas, upload } = await setUp();
    await upload(mira, mira.deviceKeys);

    const reply = await upload(mira, resigned(mira, { algorithms: ['m.megolm.v1.aes-sha2'] }));
    const keys = await jonas.query(mira.userId);

    expect(reply.status).toBe(200);
    expect(keys.device_keys[mira.userId][mira.deviceId].algorithms).toEqual([
      'm.megolm.v1.aes-sha2',
    ]);
  });

  test('a device cannot become another one: people would write to whoever took its name', async () => {
    const { mira, jonas, upload } = await setUp();
    await upload(mira, mira.deviceKeys);
    const impostor = withKeys(mira);
    const halfNew = resigned(mira, {
      keys: {
        [`curve25519:${mira.deviceId}`]: randomKey(),
        [`ed25519:${mira.deviceId}`]: mira.signing.publicKey,
      },
    });

    const replies = [await upload(mira, impostor.deviceKeys), await upload(mira, halfNew)];
    const keys = await jonas.query(mira.userId);

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    }
    expect(keys.device_keys[mira.userId][mira.deviceId]).toMatchObject(mira.deviceKeys);
  });

  test("nobody can upload keys for another person's or for another of their own devices", async () => {
    const { server, mira, jonas, upload } = await setUp();
    const other = withKeys(await server.signIn('mira'));

    const replies = [await upload(jonas, mira.deviceKeys), await upload(mira, other.deviceKeys)];
    const keys = await jonas.query(mira.userId);

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    }
    expect(keys.device_keys[mira.userId]).toEqual({});
  });

  test('device keys that another key signed are refused', async () => {
    const { mira, jonas, upload } = await setUp();
    const { signatures: _signatures, ...unsigned } = mira.deviceKeys;
    const forged = createKeyPair().sign(unsigned, { userId: mira.userId, name: mira.deviceId });
    const altered = { ...mira.deviceKeys, algorithms: ['m.none'] };

    const replies = [await upload(mira, forged), await upload(mira, altered)];
    const keys = await jonas.query(mira.userId);

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_SIGNATURE' } });
    }
    expect(keys.device_keys[mira.userId]).toEqual({});
  });

  test('signatures by others that a device slips into its own keys are shown to nobody', async () => {
    const { mira, jonas, upload } = await setUp();
    const signatures = {
      ...(mira.deviceKeys['signatures'] as object),
      [jonas.userId]: { 'ed25519:JONAS': 'forged' },
    };

    await upload(mira, { ...mira.deviceKeys, signatures });
    const keys = await jonas.query(mira.userId);

    const shown = keys.device_keys[mira.userId][mira.deviceId].signatures;
    expect(Object.keys(shown)).toEqual([mira.userId]);
  });

  test('malformed device keys are refused instead of handed on (CVE-2025-61672)', async () => {
    const { mira, jonas, upload } = await setUp();
    const ed25519 = `ed25519:${mira.deviceId}`;
    const curve25519 = `curve25519:${mira.deviceId}`;
    const good = mira.deviceKeys['keys'] as Record<string, string>;
    const malformed: object[] = [
      { keys: null },
      { keys: [] },
      { keys: { [ed25519]: 7, [curve25519]: good[curve25519] } },
      { keys: { [ed25519]: good[ed25519] } },
      { keys: { [curve25519]: good[curve25519] } },
      { keys: { ...good, [ed25519]: 'short' } },
      { keys: { ...good, 'ed25519:SOMEONE': randomKey() } },
      { keys: { ...good, unnamed: randomKey() } },
      { algorithms: 'm.olm.v1' },
      { algorithms: [{}] },
      { algorithms: Array.from({ length: 21 }, (_, index) => `a${index}`) },
      { signatures: 'none' },
      { signatures: { [mira.userId]: { [ed25519]: [] } } },
      { signatures: { someone: {} } },
      { version: 1.5 },
      { padding: 'x'.repeat(20_000) },
    ];

    for (const changes of malformed) {
      const { signatures: _signatures, ...unsigned } = { ...mira.deviceKeys, ...changes } as Record<
        string,
        never
      >;
      const keys =
        'signatures' in changes || 'version' in changes
          ? { ...mira.deviceKeys, ...changes }
          : mira.sign(unsigned);
      const reply = await upload(mira, keys);
      expect([changes, reply.status, reply.body.errcode]).toEqual([
        changes,
        400,
        expect.stringMatching(/^M_(BAD_JSON|INVALID_PARAM)$/),
      ]);
    }
    const keys = await jonas.query(mira.userId);
    expect(keys.device_keys[mira.userId]).toEqual({});
  });

  test('keys named after parts of JavaScript objects do no harm', async () => {
    const { mira } = await setUp();
    const signed = mira.signedKey();

    const poisoned = await mira.upload(
      `{"one_time_keys":{"__proto__":{"key":"x"},"signed_curve25519:A":${JSON.stringify(signed)}}}`,
    );
    const misnamed = await mira.upload({ one_time_keys: { constructor: signed } });
    const odd = await mira.upload({ one_time_keys: { 'signed_curve25519:constructor': signed } });

    expect(poisoned.status).toBe(400);
    expect(misnamed.status).toBe(400);
    expect(odd.body).toEqual({ one_time_key_counts: { signed_curve25519: 1 } });
  });

  test('one-time keys of the wrong form are refused, and none of the upload is kept', async () => {
    const { mira, jonas } = await setUp();
    const good = mira.signedKey();
    const malformed: Record<string, unknown>[] = [
      { 'signed_curve25519:A': randomKey() },
      { 'signed_curve25519:A': { key: randomKey() } },
      { 'signed_curve25519:A': { ...good, key: 'short' } },
      { 'signed_curve25519:A': jonas.signedKey() },
      { 'signed_curve25519:A': mira.signedKey(randomKey(), { padding: 'x'.repeat(5_000) }) },
      { 'curve25519:A': good },
      { 'unheard_of:A': good },
      { 'signed_curve25519:': good },
      { signed_curve25519: good },
      { 'signed_curve25519:\u0000': good },
    ];

    for (const oneTimeKeys of malformed) {
      const reply = await mira.upload({
        one_time_keys: { 'signed_curve25519:GOOD': good, ...oneTimeKeys },
      });
      expect([oneTimeKeys, reply.status]).toEqual([oneTimeKeys, 400]);
    }
    const { body } = await mira.upload({});
    expect(body.one_time_key_counts).toEqual({ signed_curve25519: 0 });
  });

  test('an upload holds at most 200 one-time keys', async () => {
    const { mira } = await setUp();
    const signed = mira.signedKey();
    const keysOf = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, id) => [`signed_curve25519:${id}`, signed]),
      );

    const tooMany = await mira.upload({ one_time_keys: keysOf(201) });
    const atLimit = await mira.upload({ one_time_keys: keysOf(200) });

    expect(tooMany).toMatchObject({ status: 400, body: { errcode: 'M_BAD_JSON' } });
    expect(atLimit.status).toBe(200);
  });

  test('only the newest keys are kept: devices forget the private halves of old ones', async () => {
    const { mira, jonas } = await setUp();
    const ids = Array.from({ length: ONE_TIME_KEYS_MAX }, (_, index) => `N${index}`);

    await mira.uploadKeys('OLD');
    const { body } = await mira.uploadKeys(...ids);
    const claimed = await jonas.claim(mira);

    expect(body.one_time_key_counts).toEqual({ signed_curve25519: ONE_TIME_KEYS_MAX });
    expect(claimed).not.toEqual(['signed_curve25519:OLD']);
  });

  test('the same key again is fine, however it is signed now', async () => {
    const { mira } = await setUp();
    const key = randomKey();
    await mira.upload({ one_time_keys: { 'signed_curve25519:A': mira.signedKey(key) } });

    const again = mira.signedKey(key, { note: 'signed anew' });
    const reply = await mira.upload({ one_time_keys: { 'signed_curve25519:A': again } });

    expect(reply).toMatchObject({
      status: 200,
      body: { one_time_key_counts: { signed_curve25519: 1 } },
    });
  });

  test('another key under a used id is refused, before and after the first was claimed', async () => {
    const { mira, jonas } = await setUp();
    await mira.uploadKeys('A');

    const before = await mira.uploadKeys('A');
    await jonas.claim(mira);
    const after = await mira.uploadKeys('A');

    expect(before).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    expect(after).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
  });

  test('there is one fallback key for each algorithm', async () => {
    const { mira, jonas } = await setUp();
    const fallback = () => mira.signedKey(randomKey(), { fallback: true });

    const two = await mira.upload({
      fallback_keys: { 'signed_curve25519:A': fallback(), 'signed_curve25519:B': fallback() },
    });
    await mira.upload({ fallback_keys: { 'signed_curve25519:C': fallback() } });
    await mira.upload({ fallback_keys: { 'signed_curve25519:D': fallback() } });

    expect(two).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    expect(await jonas.claim(mira)).toEqual(['signed_curve25519:D']);
  });

  test('keys can be uploaded only by who is signed in', async () => {
    const { server, mira } = await setUp();

    const reply = await server.call('POST', `${CLIENT}/keys/upload`, {
      device_keys: mira.deviceKeys,
    });

    expect(reply).toMatchObject({ status: 401, body: { errcode: 'M_MISSING_TOKEN' } });
  });
});
