import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestHomeserver } from '../../../testing/homeserver.ts';
import { createIdentity } from '../testing/identity.ts';
import { CLIENT, shareRoom, withKeys, type KeyDevice } from '../testing/key-device.ts';
import { createKeyPair, randomKey } from '../testing/key-pair.ts';
import { withDatabase } from '../testing/with-database.ts';

const PASSWORD = 'correct horse battery staple';

describeEachDatabase('what goes with devices and people', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    const mira = withKeys(await server.signUp('mira'));
    const jonas = withKeys(await server.signUp('jonas'));
    const identity = createIdentity(mira);
    const fallback = mira.signedKey(randomKey(), { fallback: true });
    await identity.upload(mira);
    await mira.upload({
      device_keys: mira.deviceKeys,
      one_time_keys: { 'signed_curve25519:A': mira.signedKey() },
      fallback_keys: { 'signed_curve25519:F': fallback },
    });
    await mira.call('POST', `${CLIENT}/keys/signatures/upload`, {
      [mira.userId]: {
        [mira.deviceId]: identity.sign(mira.deviceKeys, identity.selfSigning),
        [identity.master.publicKey]: mira.sign(identity.masterKey),
      },
    });
    await shareRoom(mira, jonas);
    const { next_batch: before } = await jonas.sync();
    await jonas.call('PUT', `${CLIENT}/sendToDevice/m.test/t1`, {
      messages: { [mira.userId]: { [mira.deviceId]: { for: 'the old device' } } },
    });
    const signInAs = (deviceId: string) =>
      server.call('POST', `${CLIENT}/login`, {
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user: 'mira' },
        password: PASSWORD,
        device_id: deviceId,
      });
    return { server, mira, jonas, identity, before, signInAs };
  }

  function signedInAs(device: KeyDevice, accessToken: string, server: TestHomeserver): KeyDevice {
    const call: KeyDevice['call'] = (method, path, body) =>
      server.call(method, path, body, accessToken);
    return withKeys({ ...device, accessToken, call });
  }

  test('signing out removes what others would encrypt with, and tells them', async () => {
    const { mira, jonas, identity, before } = await setUp();

    await mira.call('POST', `${CLIENT}/logout`, {});
    const keys = await jonas.query(mira.userId);
    const claimed = await jonas.claim(mira);
    const news = await jonas.sync(before);

    expect(keys.device_keys[mira.userId]).toEqual({});
    // Nobody should go on trusting a signature of a device that is gone.
    expect(keys.master_keys[mira.userId]).toEqual(identity.masterKey);
    expect(claimed).toEqual([null]);
    expect(news.device_lists.changed).toEqual([mira.userId]);
  });

  test('whoever takes the name of a removed device inherits nothing of it', async () => {
    const { server, mira, jonas, signInAs } = await setUp();
    await mira.call('POST', `${CLIENT}/logout`, {});

    const { body: session } = await signInAs(mira.deviceId);
    const successor = signedInAs(mira, session.access_token, server);
    const first = await successor.sync();
    const uploaded = await successor.upload({
      device_keys: successor.deviceKeys,
      one_time_keys: { 'signed_curve25519:A': successor.signedKey() },
    });
    const keys = await jonas.query(mira.userId);

    expect(first.to_device).toBeUndefined();
    expect(first.device_one_time_keys_count).toEqual({ signed_curve25519: 0 });
    expect(first.device_unused_fallback_key_types).toEqual([]);
    expect(uploaded.status).toBe(200);
    const shown = keys.device_keys[mira.userId][mira.deviceId];
    expect({ ...shown, unsigned: {} }).toEqual({ ...successor.deviceKeys, unsigned: {} });
  });

  test('signing in again on the same device keeps its keys: it still has their private halves', async () => {
    const { mira, jonas, signInAs } = await setUp();

    await signInAs(mira.deviceId);
    const keys = await jonas.query(mira.userId);

    expect(keys.device_keys[mira.userId][mira.deviceId]).toMatchObject(mira.deviceKeys);
  });

  test('an account that ends takes its identity and backups along', async () => {
    const { server, mira, jonas } = await setUp();
    const { body: backup } = await mira.call('POST', `${CLIENT}/room_keys/version`, {
      algorithm: 'm.megolm_backup.v1.curve25519-aes-sha2',
      auth_data: { public_key: createKeyPair().publicKey },
    });
    const key = { first_message_index: 0, forwarded_count: 0, is_verified: true, session_data: {} };
    const path = `${CLIENT}/room_keys/keys/!room/session?version=${backup.version}`;
    await mira.call('PUT', path, key);

    const auth = {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: 'mira' },
      password: PASSWORD,
    };
    const ended = await mira.call('POST', `${CLIENT}/account/deactivate`, { auth });
    const keys = await jonas.query(mira.userId);

    expect(ended.status).toBe(200);
    expect(keys.device_keys).toEqual({ [mira.userId]: {} });
    expect([keys.master_keys, keys.self_signing_keys]).toEqual([{}, {}]);
    await expect
      .poll(() =>
        withDatabase(server.storage, async ({ db }) => {
          const keptKeys = await db.selectFrom('backup_key').selectAll().execute();
          const kept = await db
            .selectFrom('key_backup')
            .selectAll()
            .where('deleted', '=', 0)
            .execute();
          return keptKeys.length + kept.length;
        }),
      )
      .toBe(0);
  });

  test('after a restored backup no key is given out that may have been claimed since', async () => {
    const { server, mira, jonas } = await setUp();

    await server.server.keys.withdrawOneTimeKeys();
    const again = await mira.upload({});
    const claimed = await jonas.claim(mira);

    expect(again.body.one_time_key_counts).toEqual({ signed_curve25519: 0 });
    expect(claimed).toEqual(['signed_curve25519:F']);
  });
});
