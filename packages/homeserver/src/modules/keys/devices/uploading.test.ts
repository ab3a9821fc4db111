import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, shareRoom, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { createKeyPair, randomKey } from '../testing/key-pair.ts';
import { withDatabase } from '../testing/with-database.ts';

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

  test('a device that is being signed out at that moment publishes nothing', async () => {
    const { server, mira, jonas, upload } = await setUp();
    await jonas.query(mira.userId);
    // As another node does it, while this one still knows the access token.
    await withDatabase(server.storage, ({ db }) =>
      db.deleteFrom('device').where('device_id', '=', mira.deviceId).execute(),
    );

    const reply = await upload(mira, mira.deviceKeys);
    const kept = await withDatabase(server.storage, ({ db }) =>
      db.selectFrom('device_key').selectAll().execute(),
    );

    expect(reply).toMatchObject({ status: 401, body: { errcode: 'M_UNKNOWN_TOKEN' } });
    expect(kept).toEqual([]);
  });

  test('keys can be uploaded only by who is signed in', async () => {
    const { server, mira } = await setUp();

    const reply = await server.call('POST', `${CLIENT}/keys/upload`, {
      device_keys: mira.deviceKeys,
    });

    expect(reply).toMatchObject({ status: 401, body: { errcode: 'M_MISSING_TOKEN' } });
  });
});
