import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { signIn, signUp } from './support/person.ts';
import { connect, value } from './support/talk.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  return { server, mira };
}

test('a name chosen at sign-up shows at once, and may be changed', async () => {
  const { mira } = await setUp();

  expect(await until(mira.account.me, ({ displayName }) => displayName === 'Mira')).toBe(true);
  await value(mira.account.setDisplayName('  Mira K '));

  expect(mira.account.me.get()).toMatchObject({ handle: '@mira', displayName: 'Mira K' });
});

test('people are found by handle, and by name once they share a conversation', async () => {
  const { server, mira } = await setUp();
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas Lie');
  await connect(mira.account, jonas.account);

  expect(await mira.account.findPerson('jonas')).toMatchObject({ displayName: 'Jonas Lie' });
  expect(await mira.account.findPerson('@nobody')).toBeNull();
  expect(await mira.account.findPerson('not a handle')).toBeNull();
  expect(await mira.account.findPeople('lie')).toMatchObject([{ handle: '@jonas' }]);
  expect(await mira.account.findPeople('mira')).toEqual([]);
  expect(await mira.account.findPeople(' ')).toEqual([]);
});

test('preferences are the same on every device', async () => {
  const { server, mira } = await setUp();
  await value(mira.account.setPreferences({ sendTyping: false }));
  const second = await signIn(server.baseUrl, 'mira');
  await value(second.account.unlockWithCode(mira.account.newRecoveryCode.get() ?? ''));
  const account = await second.ready();

  const seen = await until(account.preferences, (all) => !all.sendTyping && all);
  await value(account.setPreferences({ sendReadReceipts: false }));

  const others = { blurSensitivePhotos: false, sharePresence: true };
  expect(seen).toEqual({ sendReadReceipts: true, sendTyping: false, ...others });
  const back = await until(mira.account.preferences, (all) => !all.sendReadReceipts && all);
  expect(back).toEqual({ sendReadReceipts: false, sendTyping: false, ...others });
});

test('someone who keeps typing to themselves is not seen typing', async () => {
  const { server, mira } = await setUp();
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const [hers] = await connect(mira.account, jonas.account);
  await value(mira.account.setPreferences({ sendTyping: false }));

  hers.setTyping(true);

  expect(mira.platform.requests.filter(({ path }) => path.includes('/typing/'))).toEqual([]);
});

test('devices are listed, this one first, and may be renamed', async () => {
  const { server, mira } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');
  const [here, there] = await (await mira.account.devices()).list();
  if (!here || !there) throw new Error('a device is missing');

  await value((await mira.account.devices()).rename(here.id, ' Kitchen '));

  expect(here).toMatchObject({ thisDevice: true, trusted: true, name: 'Test device' });
  expect(there).toMatchObject({ thisDevice: false, trusted: false });
  expect((await (await mira.account.devices()).list())[0]).toMatchObject({ name: 'Kitchen' });
  expect(second.client.session.get().kind).toBe('locked');
});

test('how much may be uploaded is learned from the server', async () => {
  const { mira } = await setUp();

  expect(await until(mira.account.media.uploadBytesMax, (bytes) => bytes === 5_000_000)).toBe(true);
});
