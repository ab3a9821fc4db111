import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { systemClock } from '@sotto/kit';
import { createMemoryStore, createSottoClient, type Platform } from '../src/index.ts';
import { openSessionSlot } from '../src/session/session-record.ts';
import { signUp } from './support/person.ts';
import { connect, refusal, untilSaid, value } from './support/talk.ts';
import { createTestPlatform } from './support/test-platform.ts';
import { openTabs } from './support/tabs.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

const FORM = { username: 'mira', password: 'correct horse battery staple', displayName: 'Mira' };

function clientOf<Kind extends Platform>(baseUrl: string, platform: Kind) {
  return { client: createSottoClient({ baseUrl, platform }), platform };
}

test('someone new is signed out, and the server says how to join', async () => {
  const { baseUrl } = await startServer();
  const { client } = clientOf(baseUrl, createTestPlatform());

  await client.start();

  expect(client.session.get()).toEqual({ kind: 'signed_out', reason: 'never' });
  expect(await value(client.describeServer())).toEqual({
    serverName: new URL(baseUrl).host,
    registration: 'open',
    asksForBirthMonth: false,
  });
});

test.each([
  { registration: 'token', tokens: ['come-in'] },
  { registration: 'closed', tokens: [] },
] as const)(
  'a server whose registration is $registration says so',
  async ({ registration, tokens }) => {
    const { baseUrl } = await startServer({ registration, registrationTokens: tokens });
    const { client } = clientOf(baseUrl, createTestPlatform());
    await client.start();

    expect(await value(client.describeServer())).toMatchObject({ registration });
    const wrong = registration === 'token' ? 'registration_token_wrong' : 'registration_closed';
    expect(await refusal(client.signUp({ ...FORM, registrationToken: 'let-me' }))).toBe(wrong);
    expect(client.session.get()).toEqual({ kind: 'signed_out', reason: 'never' });
  },
);

test('an invitation code opens the door', async () => {
  const { baseUrl } = await startServer({ registration: 'token', registrationTokens: ['come-in'] });
  const { client, platform } = clientOf(baseUrl, createTestPlatform());
  await client.start();

  await value(client.signUp({ ...FORM, registrationToken: 'come-in' }));

  expect(client.session.get().kind).toBe('ready');
  platform.close();
});

test('a taken name, an unfit name and a wrong password are each told as such', async () => {
  const { baseUrl } = await startServer();
  await signUp(baseUrl, 'mira', 'Mira');
  const { client } = clientOf(baseUrl, createTestPlatform());
  await client.start();
  const form = { ...FORM, registrationToken: null };

  expect(await refusal(client.checkUsername('Mira'))).toBe('username_taken');
  expect(await refusal(client.signUp(form))).toBe('username_taken');
  expect(await refusal(client.checkUsername('m i r a'))).toBe('username_invalid');
  expect(await refusal(client.signIn({ username: 'mira', password: 'wrong' }))).toBe(
    'password_wrong',
  );
  expect(await refusal(client.signIn({ username: 'nobody', password: 'wrong' }))).toBe(
    'password_wrong',
  );
  await value(client.checkUsername('noor'));
});

test('a server that cannot be reached is told as such', async () => {
  const { client, platform } = clientOf('http://127.0.0.1:1', createTestPlatform());
  platform.cut = /./;

  expect(await refusal(client.signIn(FORM))).toBe('offline');
  expect(await refusal(client.describeServer())).toBe('offline');
});

test('access tokens are renewed as they expire, without anyone noticing', async () => {
  let laterMs = 0;
  const clock = { nowMs: () => systemClock.nowMs() + laterMs };
  const { baseUrl } = await startServer({ clock });
  const mira = await signUp(baseUrl, 'mira', 'Mira');
  const jonas = await signUp(baseUrl, 'jonas', 'Jonas');
  const [hers, his] = await connect(mira.account, jonas.account);
  const before = await openSessionSlot(mira.platform.store).get();

  laterMs = 24 * 60 * 60_000;
  hers.sendText('A day later.');
  await untilSaid(his, 'A day later.');

  const after = await openSessionSlot(mira.platform.store).get();
  expect(before?.refreshToken).toEqual(expect.any(String));
  expect(after?.accessToken).not.toBe(before?.accessToken);
  expect(mira.client.session.get().kind).toBe('ready');
});

test('a session whose tokens ran out asks for the password, and keeps its device', async () => {
  let laterMs = 0;
  const clock = { nowMs: () => systemClock.nowMs() + laterMs };
  const { baseUrl } = await startServer({ clock });
  const mira = await signUp(baseUrl, 'mira', 'Mira');
  const record = await openSessionSlot(mira.platform.store).get();
  mira.platform.refused = /\/refresh$/;

  const devices = await mira.account.devices();
  laterMs = 24 * 60 * 60_000;
  await expect(devices.list()).rejects.toThrow('renewed');
  const ended = await until(
    mira.client.session,
    (session) => session.kind === 'signed_out' && session,
  );
  mira.platform.cut = /sync|keys/;
  mira.platform.requests.length = 0;
  void mira.client.signIn(mira);
  await until(mira.client.session, ({ kind }) => kind === 'starting');

  expect(ended.reason).toBe('ended_elsewhere');
  const login = mira.platform.requests.find(({ path }) => path.endsWith('/login'));
  expect(JSON.parse(login?.body ?? '{}')).toMatchObject({ device_id: record?.deviceId });
});

test('a session that could not be opened is kept, and may be opened later', async () => {
  const { baseUrl } = await startServer();
  const store = createMemoryStore();
  let isBroken = true;
  const platform = createTestPlatform({
    ...store,
    get: (key) =>
      isBroken && key === 'preferences' ? Promise.reject(new Error('disk')) : store.get(key),
  });
  const { client } = clientOf(baseUrl, platform);
  await client.start();

  await value(client.signUp({ ...FORM, registrationToken: null }));
  const failed = await until(client.session, (session) => session.kind === 'failed' && session);
  isBroken = false;
  failed.retry();

  await until(client.session, ({ kind }) => kind === 'ready');
  expect(failed.problem.code).toBe('failed');
  platform.close();
  await until(client.session, ({ kind }) => kind === 'elsewhere');
});

test('a session that could not be opened without the server opens by itself once it is back', async () => {
  const { baseUrl } = await startServer();
  const store = createMemoryStore();
  let isBroken = true;
  const platform = createTestPlatform({
    ...store,
    get: (key) =>
      isBroken && key === 'preferences'
        ? Promise.reject(new TypeError('fetch failed'))
        : store.get(key),
  });
  const { client } = clientOf(baseUrl, platform);
  await client.start();
  await value(client.signUp({ ...FORM, registrationToken: null }));
  const failed = await until(client.session, (session) => session.kind === 'failed' && session);

  isBroken = false;
  platform.reconnect();
  await until(client.session, ({ kind }) => kind === 'ready');

  expect(failed.problem.code).toBe('offline');
  failed.retry();
  expect(client.session.get().kind).toBe('ready');
  platform.close();
  await until(client.session, ({ kind }) => kind === 'elsewhere');
});

test('tokens renewed by an opening that failed are the ones of the next', async () => {
  let laterMs = 0;
  const clock = { nowMs: () => systemClock.nowMs() + laterMs };
  const { baseUrl } = await startServer({ clock });
  const store = createMemoryStore();
  let isBroken = true;
  const platform = createTestPlatform({
    ...store,
    get: (key) =>
      isBroken && key === 'preferences' ? Promise.reject(new Error('disk')) : store.get(key),
  });
  const { client } = clientOf(baseUrl, platform);
  const untilFailed = () =>
    until(client.session, (session) => session.kind === 'failed' && session);
  await client.start();
  await value(client.signUp({ ...FORM, registrationToken: null }));
  const first = await untilFailed();

  laterMs = 24 * 60 * 60_000;
  first.retry();
  await until(client.session, ({ kind }) => kind === 'starting');
  const second = await untilFailed();
  isBroken = false;
  second.retry();

  await until(client.session, ({ kind }) => kind !== 'starting' && kind !== 'failed');
  expect(platform.requests.filter(({ path }) => path.endsWith('/refresh'))).toHaveLength(1);
  expect(client.session.get().kind).toBe('ready');
  platform.close();
  await until(client.session, ({ kind }) => kind === 'elsewhere');
});

test('a second tab says that Sotto is open elsewhere, and follows when it is signed out', async () => {
  const { baseUrl } = await startServer();
  const tabs = openTabs();
  const platform = createTestPlatform();
  const first = clientOf(baseUrl, { ...platform, tabLock: tabs.open() }).client;
  const second = clientOf(baseUrl, { ...platform, tabLock: tabs.open() }).client;
  await first.start();
  await value(first.signUp({ ...FORM, registrationToken: null }));

  await second.start();
  expect(second.session.get().kind).toBe('elsewhere');
  const account = await until(
    first.session,
    (session) => session.kind === 'ready' && session.account,
  );
  await account.signOut();

  await until(second.session, ({ kind }) => kind === 'signed_out');
});

test('a tab that was signed out does not sign in beside another one', async () => {
  const { baseUrl } = await startServer();
  const tabs = openTabs();
  const platform = createTestPlatform();
  const first = clientOf(baseUrl, { ...platform, tabLock: tabs.open() }).client;
  const second = clientOf(baseUrl, { ...platform, tabLock: tabs.open() }).client;
  await Promise.all([first.start(), second.start()]);
  await until(second.session, ({ kind }) => kind === 'signed_out');
  await value(first.signUp({ ...FORM, registrationToken: null }));

  expect(await refusal(second.signIn(FORM))).toBe('failed');

  expect(second.session.get().kind).toBe('elsewhere');
  const account = await until(
    first.session,
    (session) => session.kind === 'ready' && session.account,
  );
  await account.signOut();
});

test('the tab that is asked to yields the session', async () => {
  const { baseUrl } = await startServer();
  const tabs = openTabs();
  const platform = createTestPlatform();
  const first = clientOf(baseUrl, { ...platform, tabLock: tabs.open() }).client;
  const taking = tabs.open();
  await first.start();
  await value(first.signUp({ ...FORM, registrationToken: null }));

  await taking.takeOver();

  expect(await until(first.session, ({ kind }) => kind === 'elsewhere')).toBe(true);
});
