import { createManualClock } from '@sotto/kit';
import type { DeviceId, ServerName } from '@sotto/protocol';
import type { KyselyPlugin } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Platform } from '../../platform.ts';
import { systemRandom } from '../../random.ts';
import { openDatabase } from '../../storage/index.ts';
import { describeEachDatabase, type OpenStorage } from '../../testing/each-database.ts';
import { openInbox } from '../inbox/index.ts';
import type { AccountPorts } from './ports.ts';
import { openSuspensions } from './account/suspensions.ts';
import { createAccounts } from './service.ts';
import { PASSWORD, passwordAuth } from './testing.ts';

const peer = { address: '192.0.2.1', userAgent: '' };
const device = { deviceId: undefined, displayName: undefined, wantsRefresh: false };

/** The module alone, with other modules' part in it played by the test. */
async function setUp(
  open: OpenStorage,
  ports: Partial<AccountPorts> = {},
  plugins: readonly KyselyPlugin[] = [],
) {
  const db = await openDatabase({ ...(await open()), onIdleError: () => undefined });
  const read = plugins.reduce((reader, plugin) => reader.withPlugin(plugin), db.read);
  const platform: Platform = {
    db: { ...db, read },
    clock: createManualClock(),
    serverName: 'sotto.test' as ServerName,
    log: pino({ level: 'silent' }),
    random: systemRandom,
  };
  const inbox = await openInbox(platform);
  const accounts = createAccounts(
    platform,
    {
      registration: 'open',
      registrationTokens: [],
      publicUrl: 'http://sotto.test',
      passwordCost: { memoryKib: 8, passes: 1 },
    },
    {
      inbox,
      suspensions: await openSuspensions(db),
      deviceCleanups: [],
      accountCleanups: [],
      onDeviceRenamed: async () => undefined,
      isCrossSigningKeyId: async () => false,
      isKnownTo: async () => false,
      minors: {
        asksForBirthMonth: false,
        checkBirthMonth: () => undefined,
        take: async () => undefined,
        isMinor: () => false,
      },
      onProfileChanged: async () => undefined,
      onDeactivated: async () => undefined,
      ...ports,
    },
  );
  onTestFinished(async () => {
    await accounts.close();
    await db.close();
  });

  const login = (deviceId?: string) =>
    accounts.sessions.login({
      type: 'm.login.password',
      user: 'mira',
      password: PASSWORD,
      device: { ...device, deviceId: deviceId as DeviceId | undefined },
      peer,
    });
  const userId = await accounts.registration.createUser({ localpart: 'mira', password: PASSWORD });
  return { accounts, db, inbox, login, userId };
}

describeEachDatabase('what other modules do for accounts', (open) => {
  test('their part in removing a device is done in the same transaction, or nothing is', async () => {
    const removed: unknown[] = [];
    let isBroken = true;
    const { accounts, db, login, userId } = await setUp(open, {
      deviceCleanups: [
        async (txn, whose, deviceIds) => {
          removed.push([whose, deviceIds, await accounts.listDevices(txn.db, [whose])]);
        },
        async () => {
          if (isBroken) throw new Error('The disk is full.');
        },
      ],
    });
    const { accessToken, deviceId } = await login();
    await accounts.authenticate(accessToken, peer);

    await expect(accounts.sessions.logout({ userId, deviceId })).rejects.toThrow('disk');
    expect((await accounts.authenticate(accessToken, peer)).deviceId).toBe(deviceId);
    expect(await accounts.listDevices(db.read, [userId])).toHaveLength(1);

    isBroken = false;
    await accounts.sessions.logout({ userId, deviceId });
    await expect(accounts.authenticate(accessToken, peer)).rejects.toMatchObject({
      code: 'unknown_token',
    });
    expect(removed.at(-1)).toEqual([userId, [deviceId], []]);
  });

  test('a device that something is being stored for is removed afterwards, with all of it', async () => {
    const order: string[] = [];
    const { accounts, db, login, userId } = await setUp(open, {
      deviceCleanups: [async () => void order.push('cleaned up')],
    });
    const { deviceId } = await login();
    const removals: Promise<void>[] = [];

    await db.write(async (txn) => {
      expect(await accounts.holdDevice(txn, userId, deviceId)).toBe(true);
      removals.push(accounts.sessions.logout({ userId, deviceId }));
      // Were the device not held, this is time enough to remove it.
      for (let turn = 0; turn < 50; turn += 1) await db.ping();
      order.push('stored');
    });
    await Promise.all(removals);

    expect(order).toEqual(['stored', 'cleaned up']);
    expect(await db.write((txn) => accounts.holdDevice(txn, userId, deviceId))).toBe(false);
  });

  test('an account begins with an inbox, and a refused one leaves none', async () => {
    const { accounts, db, inbox, userId } = await setUp(open);
    const again = { localpart: 'mira', password: PASSWORD };

    await expect(accounts.registration.createUser(again)).rejects.toMatchObject({
      code: 'user_in_use',
    });

    expect(await inbox.getHead(db.read, userId)).toMatchObject({ head: 0 });
    expect(await db.read.selectFrom('inbox').select('user_id').execute()).toHaveLength(1);
  });

  test('a sync that waits ends when its device is signed out, and others wait on', async () => {
    const { accounts, inbox, login, userId } = await setUp(open);
    const phone = await login();
    const laptop = await login();
    const onPhone = inbox.wake.listen(userId, phone.deviceId);
    const onLaptop = inbox.wake.listen(userId, laptop.deviceId);
    const phoneWaits = onPhone.wait(60_000);
    const laptopWaits = onLaptop.wait(60_000);

    await accounts.sessions.logout(phone);
    inbox.wake.notify([userId]);

    expect(await phoneWaits).toBe('revoked');
    expect(await laptopWaits).toBe('woken');
    onPhone.close();
    onLaptop.close();
  });

  test('a sync that waits ends when the same device signs in again', async () => {
    const { inbox, login, userId } = await setUp(open);
    await login('PHONE');
    const listener = inbox.wake.listen(userId, 'PHONE');
    const waits = listener.wait(60_000);

    await login('PHONE');

    expect(await waits).toBe('revoked');
    listener.close();
  });

  test('a token that is read while its device signs out is not remembered', async () => {
    const gate: { opened?: Promise<void> } = {};
    const holdResults: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        await gate.opened;
        return result;
      },
    };
    const { accounts, login } = await setUp(open, {}, [holdResults]);
    const phone = await login();
    let openGate = () => undefined as void;
    gate.opened = new Promise((resolve) => {
      openGate = resolve;
    });

    const earlier = accounts.authenticate(phone.accessToken, peer);
    await accounts.sessions.logout(phone);
    openGate();
    await earlier;

    await expect(accounts.authenticate(phone.accessToken, peer)).rejects.toMatchObject({
      code: 'unknown_token',
    });
  });

  test('a device cannot be called like a cross-signing key', async () => {
    const { login } = await setUp(open, {
      isCrossSigningKeyId: async (_userId, keyId) => keyId === 'MASTERKEY',
    });

    await expect(login('MASTERKEY')).rejects.toMatchObject({ code: 'device_id_forbidden' });
    expect((await login('PHONE')).deviceId).toBe('PHONE');
  });

  test('a new name or picture is passed on once it is durable; other fields are not', async () => {
    const passedOn: unknown[] = [];
    const { accounts, db, userId } = await setUp(open, {
      onProfileChanged: async (whose, profile) => {
        const stored = (await accounts.listProfiles(db.read, [whose])).get(whose);
        passedOn.push([profile, stored]);
      },
    });
    const address = (name: string) => ({ callerId: userId, userId, name });

    await accounts.profiles.setField(address('displayname'), { displayname: 'Mira' });
    await accounts.profiles.setField(address('m.tz'), { 'm.tz': 'Europe/Berlin' });
    await accounts.profiles.deleteField(address('displayname'));

    const named = { displayName: 'Mira', avatarUrl: null };
    const unnamed = { displayName: null, avatarUrl: null };
    expect(passedOn).toEqual([
      [named, named],
      [unnamed, unnamed],
    ]);
  });

  test('a device’s new name is told in the same transaction, or not stored', async () => {
    const { accounts, login, userId } = await setUp(open, {
      onDeviceRenamed: async () => {
        throw new Error('The disk is full.');
      },
    });
    const { deviceId } = await login();

    await expect(accounts.devices.rename(userId, deviceId, 'Phone')).rejects.toThrow('disk');

    expect((await accounts.devices.get(userId, deviceId)).displayName).toBeNull();
  });

  test('the end of an account is done with everyone’s part in it, or not at all', async () => {
    let isBroken = true;
    const ended: unknown[] = [];
    const { accounts, db, login, userId } = await setUp(open, {
      accountCleanups: [
        async (_txn, whose, { erase }) => {
          if (isBroken) throw new Error('The disk is full.');
          ended.push(['cleanup', whose, erase]);
        },
      ],
      onDeactivated: async (whose, { erase }) => {
        ended.push(['after', whose, erase, await accounts.listActive(db.read, [whose])]);
      },
    });
    await login();
    const name = 'm.tz';
    await accounts.profiles.setField({ callerId: userId, userId, name }, { [name]: 'UTC' });
    const end = { caller: null, auth: passwordAuth('mira') as Record<string, unknown> };

    const broken = accounts.accounts.deactivate({ ...end, peer, erase: true });
    await expect(broken).rejects.toThrow('disk');
    expect(await accounts.listActive(db.read, [userId])).toEqual(new Set([userId]));
    expect((await login()).userId).toBe(userId);

    isBroken = false;
    await accounts.accounts.deactivate({ ...end, peer, erase: true });
    expect(ended).toEqual([
      ['cleanup', userId, true],
      ['after', userId, true, new Set()],
    ]);
    expect(await accounts.listProfiles(db.read, [userId])).toEqual(new Map());
    expect(await db.read.selectFrom('profile_field').selectAll().execute()).toEqual([]);
    const left = db.read.selectFrom('account').select(['password_hash', 'display_name']);
    expect(await left.execute()).toEqual([{ password_hash: null, display_name: null }]);
  });
});
