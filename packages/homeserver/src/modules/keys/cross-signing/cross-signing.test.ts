import type { JsonObject } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { createIdentity } from '../testing/identity.ts';
import { CLIENT, shareRoom, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { createKeyPair } from '../testing/key-pair.ts';

const PASSWORD = 'correct horse battery staple';

describeEachDatabase('cross-signing keys', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const identity = createIdentity(mira);
    const post = (by: KeyDevice, body: object) =>
      by.call('POST', `${CLIENT}/keys/device_signing/upload`, body);
    return { server, mira, jonas, identity, post };
  }

  function proof(session: string, password = PASSWORD): object {
    const identifier = { type: 'm.id.user', user: 'mira' };
    return { auth: { type: 'm.login.password', session, identifier, password } };
  }

  test('the first keys need no proof, or signing up would stall (MSC3967)', async () => {
    const { mira, identity } = await setUp();

    const reply = await identity.upload(mira);
    const keys = await mira.query(mira.userId);

    expect([reply.status, reply.body]).toEqual([200, {}]);
    expect(keys.master_keys[mira.userId]).toEqual(identity.masterKey);
    expect(keys.self_signing_keys[mira.userId]).toEqual(identity.selfSigningKey);
    expect(keys.user_signing_keys[mira.userId]).toEqual(identity.userSigningKey);
  });

  test('a retry whose first reply was lost is not asked for proof', async () => {
    const { mira, jonas, identity } = await setUp();
    await shareRoom(mira, jonas);
    await identity.upload(mira);
    const { next_batch: before } = await jonas.sync();

    const again = await identity.upload(mira);
    const news = await jonas.sync(before);

    expect(again.status).toBe(200);
    expect(news.device_lists).toBeUndefined();
  });

  test('an access token alone cannot replace an identity', async () => {
    const { mira, identity } = await setUp();
    await identity.upload(mira);
    const stranger = createIdentity(mira);

    const asked = await stranger.upload(mira);
    const wrong = await stranger.upload(mira, proof(asked.body.session, 'a wrong password'));
    const keys = await mira.query(mira.userId);

    expect(asked.status).toBe(401);
    expect(asked.body.flows).toEqual([{ stages: ['m.login.password'] }]);
    expect(wrong).toMatchObject({ status: 401, body: { errcode: 'M_FORBIDDEN' } });
    expect(keys.master_keys[mira.userId]).toEqual(identity.masterKey);
  });

  test('with proof an identity can be replaced, and everyone concerned hears of it', async () => {
    const { mira, jonas, identity } = await setUp();
    await shareRoom(mira, jonas);
    await identity.upload(mira);
    const { next_batch: before } = await jonas.sync();
    const fresh = createIdentity(mira);

    const asked = await fresh.upload(mira);
    const done = await fresh.upload(mira, proof(asked.body.session));
    const keys = await jonas.query(mira.userId);
    const news = await jonas.sync(before);

    expect(done.status).toBe(200);
    expect(keys.master_keys[mira.userId]).toEqual(fresh.masterKey);
    expect(keys.self_signing_keys[mira.userId]).toEqual(fresh.selfSigningKey);
    expect(news.device_lists.changed).toEqual([mira.userId]);
  });

  test('a new self-signing key beside a known master key needs proof as well', async () => {
    const { mira, identity, post } = await setUp();
    await identity.upload(mira);
    const renewed = createIdentity(mira, identity.master);

    const alone = await post(mira, { self_signing_key: renewed.selfSigningKey });
    const added = await post(mira, { user_signing_key: renewed.userSigningKey });

    expect([alone.status, added.status]).toEqual([401, 401]);
  });

  test('two devices that set up an identity at once end with one, and one is asked for proof', async () => {
    const { server, mira } = await setUp();
    const other = withKeys(await server.signIn('mira'));
    const identities = [createIdentity(mira), createIdentity(other)] as const;

    const replies = await Promise.all([identities[0].upload(mira), identities[1].upload(other)]);
    const keys = await mira.query(mira.userId);

    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 401]));
    const winner = identities[replies.findIndex(({ status }) => status === 200)];
    expect(keys.master_keys[mira.userId]).toEqual(winner?.masterKey);
    expect(keys.self_signing_keys[mira.userId]).toEqual(winner?.selfSigningKey);
    expect(keys.user_signing_keys[mira.userId]).toEqual(winner?.userSigningKey);
  });

  test('a new master key takes away the keys that only the old one signed', async () => {
    const { mira, identity, post } = await setUp();
    await identity.upload(mira);
    const fresh = createIdentity(mira);

    const asked = await post(mira, { master_key: fresh.masterKey });
    await post(mira, { master_key: fresh.masterKey, ...proof(asked.body.session) });
    const keys = await mira.query(mira.userId);

    expect(keys.master_keys[mira.userId]).toEqual(fresh.masterKey);
    expect(keys.self_signing_keys).toEqual({});
    expect(keys.user_signing_keys).toEqual({});
  });

  test('whom a person trusts is theirs: their user-signing key is shown to nobody else', async () => {
    const { mira, jonas, identity } = await setUp();
    await identity.upload(mira);

    const keys = await jonas.query(mira.userId);

    expect(keys.master_keys[mira.userId]).toEqual(identity.masterKey);
    expect(keys.self_signing_keys[mira.userId]).toEqual(identity.selfSigningKey);
    expect(keys.user_signing_keys).toEqual({});
  });

  test('a master key comes with the signature of the device that made it', async () => {
    const { mira, jonas, identity } = await setUp();
    await mira.upload({ device_keys: mira.deviceKeys });
    const vouched = mira.sign(identity.masterKey);

    await identity.upload(mira, { master_key: vouched });
    const keys = await jonas.query(mira.userId);

    expect(keys.master_keys[mira.userId]).toEqual(vouched);
  });

  test('a forged signature on a master key is shown to nobody', async () => {
    const { mira, jonas, identity } = await setUp();
    await mira.upload({ device_keys: mira.deviceKeys });
    const forged = createKeyPair().sign(identity.masterKey, {
      userId: mira.userId,
      name: mira.deviceId,
    });

    await identity.upload(mira, { master_key: forged });
    const keys = await jonas.query(mira.userId);

    expect(keys.master_keys[mira.userId]).toEqual(identity.masterKey);
  });

  test('keys that the master key did not sign are refused, and nothing is kept', async () => {
    const { mira, identity, post } = await setUp();
    const { signatures: _signatures, ...unsigned } = identity.selfSigningKey;
    const stranger = createIdentity(mira);

    const replies = [
      await post(mira, { master_key: identity.masterKey, self_signing_key: unsigned }),
      await post(mira, {
        master_key: identity.masterKey,
        self_signing_key: stranger.selfSigningKey,
      }),
      await post(mira, {
        master_key: identity.masterKey,
        user_signing_key: { ...identity.userSigningKey, extra: 1 },
      }),
    ];
    const keys = await mira.query(mira.userId);

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_SIGNATURE' } });
    }
    expect(keys.master_keys).toEqual({});
  });

  test('without a master key there is nothing to sign the others', async () => {
    const { mira, identity, post } = await setUp();

    const replies = [
      await post(mira, { self_signing_key: identity.selfSigningKey }),
      await post(mira, {}),
    ];

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_MISSING_PARAM' } });
    }
  });

  test("nobody can upload another person's identity", async () => {
    const { mira, jonas, identity } = await setUp();

    const reply = await identity.upload(jonas);
    const keys = await mira.query(mira.userId, jonas.userId);

    expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    expect(keys.master_keys).toEqual({});
  });

  test('malformed cross-signing keys are refused', async () => {
    const { mira, identity, post } = await setUp();
    const other = createKeyPair().publicKey;
    const malformed: object[] = [
      { usage: ['self_signing'] },
      { usage: ['master', 'self_signing'] },
      { usage: [] },
      { usage: 'master' },
      { keys: {} },
      { keys: { 'ed25519:other': identity.master.publicKey } },
      { keys: { [`curve25519:${other}`]: other } },
      { keys: { [`ed25519:${other}`]: other, 'ed25519:two': other } },
      { keys: { 'ed25519:short': 'short' } },
      { padding: 'x'.repeat(9_000) },
    ];

    for (const changes of malformed) {
      const reply = await post(mira, { master_key: { ...identity.masterKey, ...changes } });
      expect([changes, reply.status]).toEqual([changes, 400]);
    }
    const same = await post(mira, {
      master_key: identity.masterKey,
      self_signing_key: { ...identity.masterKey, usage: ['self_signing'] },
    });
    expect(same).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
  });

  test('a key may not be called like a device, nor a device like a key', async () => {
    const { server, mira } = await setUp();
    const master = createKeyPair();
    const login = (deviceId: string) =>
      server.call('POST', `${CLIENT}/login`, {
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user: 'mira' },
        password: PASSWORD,
        device_id: deviceId,
      });
    const named = await login(master.publicKey);

    const keyLikeDevice = await createIdentity(mira, master).upload(mira);
    const identity = createIdentity(mira);
    await identity.upload(mira);
    const deviceLikeKey = await login(identity.selfSigning.publicKey);

    expect(named.status).toBe(200);
    expect(keyLikeDevice).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
    expect(deviceLikeKey).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
  });

  test('fields that this version does not know are part of what was signed, so they stay', async () => {
    const { mira, identity, post } = await setUp();
    const odd: JsonObject = { ...identity.masterKey, 'org.example.note': { deep: [1, null] } };

    await post(mira, { master_key: odd });
    const keys = await mira.query(mira.userId);

    expect(keys.master_keys[mira.userId]).toEqual(odd);
  });
});
