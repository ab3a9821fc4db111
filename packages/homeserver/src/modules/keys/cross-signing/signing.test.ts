import type { JsonObject } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { createIdentity } from '../testing/identity.ts';
import { CLIENT, shareRoom, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { createKeyPair } from '../testing/key-pair.ts';
import { SIGNED_KEYS_MAX } from './signing.ts';

describeEachDatabase('signing keys', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const identities = { mira: createIdentity(mira), jonas: createIdentity(jonas) };
    await mira.upload({ device_keys: mira.deviceKeys });
    await jonas.upload({ device_keys: jonas.deviceKeys });
    await identities.mira.upload(mira);
    await identities.jonas.upload(jonas);
    const post = (by: KeyDevice, body: object | string) =>
      by.call('POST', `${CLIENT}/keys/signatures/upload`, body);
    /** Mira signs her own device with her self-signing key. */
    const signDevice = () => identities.mira.sign(mira.deviceKeys, identities.mira.selfSigning);
    /** Mira signs Jonas's master key with her user-signing key. */
    const trustJonas = () =>
      identities.mira.sign(identities.jonas.masterKey, identities.mira.userSigning);
    return { server, mira, jonas, identities, post, signDevice, trustJonas };
  }

  function one(userId: string, key: string, signed: JsonObject): object {
    return { [userId]: { [key]: signed } };
  }

  function failureIn(body: { failures: Record<string, Record<string, { errcode: string }>> }) {
    return Object.values(body.failures).flatMap((byKey) =>
      Object.values(byKey).map(({ errcode }) => errcode),
    );
  }

  test('a signed device is seen as signed by everyone, and everyone hears of it', async () => {
    const { mira, jonas, post, signDevice } = await setUp();
    await shareRoom(mira, jonas);
    const { next_batch: before } = await jonas.sync();

    const { status, body } = await post(mira, one(mira.userId, mira.deviceId, signDevice()));
    const keys = await jonas.query(mira.userId);
    const news = await jonas.sync(before);

    expect([status, body]).toEqual([200, { failures: {} }]);
    expect(keys.device_keys[mira.userId][mira.deviceId].signatures).toEqual(
      signDevice()['signatures'],
    );
    expect(news.device_lists.changed).toEqual([mira.userId]);
  });

  test('the same signature again tells nobody', async () => {
    const { mira, jonas, post, signDevice } = await setUp();
    await shareRoom(mira, jonas);
    await post(mira, one(mira.userId, mira.deviceId, signDevice()));
    const { next_batch: before } = await jonas.sync();

    const again = await post(mira, one(mira.userId, mira.deviceId, signDevice()));
    const news = await jonas.sync(before);

    expect(again.body).toEqual({ failures: {} });
    expect(news.device_lists).toBeUndefined();
  });

  test('whom a person trusts is seen and heard of by their own devices only', async () => {
    const { server, mira, jonas, identities, post, trustJonas } = await setUp();
    const noor = withKeys(await server.signUp('noor'));
    await shareRoom(mira, jonas);
    const before = { mira: (await mira.sync()).next_batch, jonas: (await jonas.sync()).next_batch };

    const jonasMaster = identities.jonas.master.publicKey;
    const { body } = await post(mira, one(jonas.userId, jonasMaster, trustJonas()));
    const seenBy = async (asker: KeyDevice) =>
      (await asker.query(jonas.userId)).master_keys[jonas.userId].signatures;
    const news = { mira: await mira.sync(before.mira), jonas: await jonas.sync(before.jonas) };

    expect(body).toEqual({ failures: {} });
    expect(await seenBy(mira)).toEqual(trustJonas()['signatures']);
    expect(await seenBy(jonas)).toBeUndefined();
    expect(await seenBy(noor)).toBeUndefined();
    expect(news.mira.device_lists.changed).toEqual([jonas.userId]);
    expect(news.jonas.device_lists).toBeUndefined();
  });

  test("a person's devices can vouch for their master key", async () => {
    const { mira, jonas, identities, post } = await setUp();
    const vouched = mira.sign(identities.mira.masterKey);

    const { body } = await post(mira, one(mira.userId, identities.mira.master.publicKey, vouched));
    const keys = await jonas.query(mira.userId);

    expect(body).toEqual({ failures: {} });
    expect(keys.master_keys[mira.userId]).toEqual(vouched);
  });

  test('forged signatures are refused one by one, and the good ones beside them are kept', async () => {
    const { mira, jonas, identities, post, signDevice } = await setUp();
    const { selfSigning, userSigning } = identities.mira;
    const forge = (object: JsonObject, name: string) =>
      createKeyPair().sign(object, { userId: mira.userId, name });

    const { status, body } = await post(mira, {
      [mira.userId]: {
        [mira.deviceId]: signDevice(),
        [identities.mira.master.publicKey]: forge(identities.mira.masterKey, mira.deviceId),
      },
      [jonas.userId]: {
        [identities.jonas.master.publicKey]: forge(
          identities.jonas.masterKey,
          userSigning.publicKey,
        ),
      },
    });
    const keys = await mira.query(mira.userId, jonas.userId);

    expect(status).toBe(200);
    expect(failureIn(body)).toEqual(['M_INVALID_SIGNATURE', 'M_INVALID_SIGNATURE']);
    expect(keys.master_keys[mira.userId]).toEqual(identities.mira.masterKey);
    expect(keys.master_keys[jonas.userId]).toEqual(identities.jonas.masterKey);
    expect(keys.device_keys[mira.userId][mira.deviceId].signatures[mira.userId]).toHaveProperty([
      `ed25519:${selfSigning.publicKey}`,
    ]);
  });

  test("nobody can sign another person's devices", async () => {
    const { mira, jonas, identities, post } = await setUp();
    const { selfSigning, userSigning } = identities.mira;
    const byUserSigning = identities.mira.sign(jonas.deviceKeys, userSigning);
    const bySelfSigning = identities.mira.sign(jonas.deviceKeys, selfSigning);

    const replies = [
      await post(mira, one(jonas.userId, jonas.deviceId, byUserSigning)),
      await post(mira, one(jonas.userId, jonas.deviceId, bySelfSigning)),
    ];
    const keys = await mira.query(jonas.userId);

    expect(replies.flatMap(({ body }) => failureIn(body))).toEqual(['M_NOT_FOUND', 'M_NOT_FOUND']);
    expect(keys.device_keys[jonas.userId][jonas.deviceId]).toMatchObject(jonas.deviceKeys);
  });

  test("nobody can publish a signature in another person's name", async () => {
    const { mira, jonas, identities, post } = await setUp();
    const jonasSigned = identities.jonas.sign(jonas.deviceKeys, identities.jonas.selfSigning);
    const jonasTrusts = identities.jonas.sign(
      identities.mira.masterKey,
      identities.jonas.userSigning,
    );

    const replies = [
      await post(mira, one(jonas.userId, jonas.deviceId, jonasSigned)),
      await post(mira, one(mira.userId, identities.mira.master.publicKey, jonasTrusts)),
    ];

    expect(replies.flatMap(({ body }) => failureIn(body))).toEqual([
      'M_NOT_FOUND',
      'M_INVALID_SIGNATURE',
    ]);
  });

  test('what was signed must be what is published', async () => {
    const { mira, identities, post } = await setUp();
    const altered = { ...mira.deviceKeys, algorithms: ['m.other'] };
    const signed = identities.mira.sign(altered, identities.mira.selfSigning);

    const { body } = await post(mira, one(mira.userId, mira.deviceId, signed));

    expect(failureIn(body)).toEqual(['M_INVALID_PARAM']);
  });

  test('keys that nobody published cannot be signed', async () => {
    const { mira, identities, post, signDevice } = await setUp();
    const master = identities.mira.masterKey;

    const { body } = await post(mira, {
      [mira.userId]: { NOSUCH: signDevice(), [createKeyPair().publicKey]: master },
      '@nobody:sotto.test': { KEY: master },
      '@far:elsewhere.test': { KEY: master },
      '@\u0000': { KEY: master },
    });

    expect(failureIn(body)).toEqual(Array.from({ length: 5 }, () => 'M_NOT_FOUND'));
  });

  test('signatures end with the keys that made them', async () => {
    const { mira, jonas, identities, post, signDevice, trustJonas } = await setUp();
    await post(mira, one(mira.userId, mira.deviceId, signDevice()));
    await post(mira, one(jonas.userId, identities.jonas.master.publicKey, trustJonas()));
    const fresh = createIdentity(mira);
    const asked = await fresh.upload(mira);
    const auth = {
      type: 'm.login.password',
      session: asked.body.session,
      identifier: { type: 'm.id.user', user: 'mira' },
      password: 'correct horse battery staple',
    };

    const replaced = await fresh.upload(mira, { auth });
    const keys = await mira.query(mira.userId, jonas.userId);

    expect(replaced.status).toBe(200);
    expect(keys.device_keys[mira.userId][mira.deviceId]).toMatchObject(mira.deviceKeys);
    expect(keys.master_keys[jonas.userId]).toEqual(identities.jonas.masterKey);
  });

  test('a signature on device keys ends when they change: it would not fit any more', async () => {
    const { mira, jonas, post, signDevice } = await setUp();
    await post(mira, one(mira.userId, mira.deviceId, signDevice()));
    const { signatures: _signatures, ...unsigned } = mira.deviceKeys;
    const changed = mira.sign({ ...unsigned, algorithms: ['m.megolm.v1.aes-sha2'] });

    await mira.upload({ device_keys: changed });
    const keys = await jonas.query(mira.userId);

    expect(keys.device_keys[mira.userId][mira.deviceId]).toMatchObject(changed);
  });

  test('at most 200 keys are signed at once', async () => {
    const { mira, post } = await setUp();
    const keys = (count: number, prefix: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, id) => [`${prefix}${id}`, {}]));

    const atLimit = await post(mira, {
      [mira.userId]: keys(100, 'a'),
      '@b:sotto.test': keys(SIGNED_KEYS_MAX - 100, 'b'),
    });
    const past = await post(mira, {
      [mira.userId]: keys(100, 'a'),
      '@b:sotto.test': keys(100, 'b'),
      '@c:sotto.test': keys(SIGNED_KEYS_MAX - 199, 'c'),
    });

    expect(atLimit.status).toBe(200);
    expect(past).toMatchObject({ status: 413, body: { errcode: 'M_TOO_LARGE' } });
  });

  test('malformed uploads are refused', async () => {
    const { mira, post } = await setUp();
    const malformed: (object | string)[] = [
      { '@mira:sotto.test': 'none' },
      { '@mira:sotto.test': { DEVICE: 'none' } },
      { mira: { DEVICE: {} } },
      [],
      '{"@mira:sotto.test":{"__proto__":{}}}',
    ];

    for (const body of malformed) {
      const reply = await post(mira, body);
      expect([body, reply.status, reply.body.errcode]).toEqual([body, 400, 'M_BAD_JSON']);
    }
  });

  test('a signed object that is no JSON for signing is refused', async () => {
    const { mira, post } = await setUp();

    const reply = await post(mira, one(mira.userId, mira.deviceId, { fraction: 1.5 }));

    expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_BAD_JSON' } });
  });
});
