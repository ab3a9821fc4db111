import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { ApprovalRequest, ApprovalState } from '../src/index.ts';
import { signIn, signUp } from './support/person.ts';
import {
  connect,
  noticesIn,
  open,
  refusal,
  saidIn,
  untilMessage,
  untilSaid,
  value,
} from './support/talk.ts';
import { backUpPromptly } from './support/prompt-backup.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

backUpPromptly();

/** Mira and Jonas have signed up; Mira has written her recovery code down. */
async function setUpPeople() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const code = mira.account.newRecoveryCode.get() ?? '';
  mira.account.keepRecoveryCode();
  return { server, mira, jonas, code };
}

/** Mira and Jonas have talked. */
async function setUp() {
  const people = await setUpPeople();
  const [hers, his] = await connect(people.mira.account, people.jonas.account);
  hers.sendText('Earlier.');
  await untilSaid(his, 'Earlier.');
  his.sendText('Indeed.');
  await untilSaid(hers, 'Indeed.');
  return { ...people, hers, his, id: hers.summary.get().id };
}

const emojiOf = (state: ApprovalState) =>
  state.kind === 'comparing' && state.emoji.map(({ symbol }) => symbol);

async function compare(one: ApprovalRequest, other: ApprovalRequest): Promise<void> {
  const [here, there] = await Promise.all([until(one.state, emojiOf), until(other.state, emojiOf)]);
  expect(here).toHaveLength(7);
  expect(there).toEqual(here);
  await Promise.all([one.confirmMatch(), other.confirmMatch()]);
}

test('a new device is locked, and nobody gives it keys', async () => {
  const { server, mira, jonas } = await setUpPeople();
  const second = await signIn(server.baseUrl, 'mira');
  const devices = await (await mira.account.devices()).list();
  const first = devices.find(({ thisDevice }) => thisDevice);
  const locked = devices.find(({ thisDevice }) => !thisDevice);

  const [hers, his] = await connect(mira.account, jonas.account);
  his.sendText('Is this you?');
  await untilSaid(hers, 'Is this you?');

  expect(second.account).toMatchObject({ me: { displayName: 'Mira' }, hasOtherDevices: true });
  expect(locked).toMatchObject({ trusted: false });
  const keysSent = jonas.platform.requests
    .filter(({ path }) => path.includes('/sendToDevice/m.room.encrypted/'))
    .map(({ body }) => body)
    .join();
  expect(keysSent).toContain(first?.id);
  expect(keysSent).not.toContain(locked?.id);
});

test('a message whose key reaches the backup late is read all the same', async () => {
  const { server, mira, jonas, code } = await setUpPeople();
  mira.platform.cut = /room_keys/;
  const [hers, his] = await connect(mira.account, jonas.account);
  his.sendText('Not backed up yet.');
  await untilSaid(hers, 'Not backed up yet.');
  const second = await signIn(server.baseUrl, 'mira');
  await value(second.account.unlockWithCode(code));
  const conversation = open(await second.ready(), hers.summary.get().id);
  await untilMessage(conversation, ({ body }) => body.kind === 'arriving');

  mira.platform.cut = null;

  await untilSaid(conversation, 'Not backed up yet.');
  expect(saidIn(conversation)).toEqual(['Not backed up yet.']);
});

test('the recovery code unlocks a new device, and earlier messages come with it', async () => {
  const { server, code, his, id } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');

  await value(second.account.unlockWithCode(code));
  const account = await second.ready();
  const conversation = open(account, id);
  await untilSaid(conversation, 'Earlier.');
  await untilSaid(conversation, 'Indeed.');
  conversation.sendText('From my new device.');

  await untilSaid(his, 'From my new device.');
  expect(saidIn(conversation)).toEqual(['Earlier.', 'Indeed.', 'From my new device.']);
  expect(account.newRecoveryCode.get()).toBeNull();
});

test('a wrong recovery code unlocks nothing', async () => {
  const { server, jonas, code } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');
  const codeOfSomeoneElse = jonas.account.newRecoveryCode.get() ?? '';

  expect(await refusal(second.account.unlockWithCode('EsTs'))).toBe('recovery_code_wrong');
  expect(await refusal(second.account.unlockWithCode(codeOfSomeoneElse))).toBe(
    'recovery_code_wrong',
  );
  expect(second.client.session.get().kind).toBe('locked');
  await value(second.account.unlockWithCode(code.replaceAll(' ', '')));
});

test('another device approves a new one by comparing emoji', async () => {
  const { server, mira, his, id } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');

  const asked = await second.account.askOtherDevice();
  const request = await until(mira.account.approvals, ([first]) => first);
  expect(request).toMatchObject({ deviceName: 'Test device' });
  await request.accept();
  await compare(asked, request);
  await until(asked.state, ({ kind }) => kind === 'approved');
  const account = await second.ready();

  const conversation = open(account, id);
  await untilSaid(conversation, 'Earlier.');
  conversation.sendText('Approved.');
  await untilSaid(his, 'Approved.');
  expect(await until(mira.account.approvals, (open) => open.length === 0)).toBe(true);
  expect((await (await mira.account.devices()).list()).map(({ trusted }) => trusted)).toEqual([
    true,
    true,
  ]);
});

test('a device that is refused stays locked', async () => {
  const { server, mira } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');

  const asked = await second.account.askOtherDevice();
  const request = await until(mira.account.approvals, ([first]) => first);
  await request.refuse();

  expect(await until(asked.state, ({ kind }) => kind === 'refused')).toBe(true);
  expect(second.client.session.get().kind).toBe('locked');
});

test('starting over makes a new identity and code; contacts go on and are told quietly', async () => {
  const { server, mira, jonas, his, id } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');

  expect(await refusal(second.account.startOver('not the password'))).toBe('password_wrong');
  await value(second.account.startOver(mira.password));
  const account = await second.ready();
  const conversation = open(account, id);
  conversation.sendText('It is me, anew.');
  await untilSaid(his, 'It is me, anew.');
  his.sendText('Welcome back.');
  await untilSaid(conversation, 'Welcome back.');

  expect(account.newRecoveryCode.get()).toMatch(/^Es/);
  await until(his.timeline, () =>
    noticesIn(his).some((notice) => notice.includes('Mira started over')),
  );
  expect(jonas.client.session.get().kind).toBe('ready');
  expect(await mira.locked()).toMatchObject({ hasOtherDevices: true });
});

test('a new recovery code voids the old one', async () => {
  const { server, mira, code } = await setUp();

  expect(await refusal(mira.account.makeRecoveryCode('not the password'))).toBe('password_wrong');
  const newCode = await value(mira.account.makeRecoveryCode(mira.password));
  const second = await signIn(server.baseUrl, 'mira');

  expect(mira.account.newRecoveryCode.get()).toBe(newCode);
  expect(await refusal(second.account.unlockWithCode(code))).toBe('recovery_code_wrong');
  await value(second.account.unlockWithCode(newCode));
  expect((await second.ready()).newRecoveryCode.get()).toBeNull();
});

test('a device that is signed out from another one forgets everything', async () => {
  const { server, mira, code } = await setUp();
  const second = await signIn(server.baseUrl, 'mira');
  await value(second.account.unlockWithCode(code));
  await second.ready();
  const other = (await (await mira.account.devices()).list()).find(({ thisDevice }) => !thisDevice);
  if (!other) throw new Error('the second device is not listed');

  expect(
    await refusal((await mira.account.devices()).signOut([other.id], 'not the password')),
  ).toBe('password_wrong');
  await value((await mira.account.devices()).signOut([other.id], mira.password));

  const ended = await until(
    second.client.session,
    (session) => session.kind === 'signed_out' && session,
  );
  expect(ended.reason).toBe('ended_elsewhere');
  expect(await second.platform.store.list('')).toEqual([]);
});

test('a new password signs in, the old one does not', async () => {
  const { server, mira } = await setUp();
  const next = 'another battery staple';

  const change = { next, signOutOthers: false };
  expect(await refusal(mira.account.changePassword({ ...change, current: 'wrong' }))).toBe(
    'password_wrong',
  );
  await value(mira.account.changePassword({ ...change, current: mira.password }));
  await expect(signIn(server.baseUrl, 'mira')).rejects.toThrow('password_wrong');
});

test('signing out keeps what was said: the code brings it back on the next device', async () => {
  const { server, mira, his, hers, code, id } = await setUp();
  his.sendText('Just before you go.');
  await untilSaid(hers, 'Just before you go.');

  await mira.account.signOut();
  expect(mira.client.session.get()).toEqual({ kind: 'signed_out', reason: 'by_me' });
  expect(await mira.platform.store.list('')).toEqual([]);
  const next = await signIn(server.baseUrl, 'mira');
  await value(next.account.unlockWithCode(code));

  const conversation = open(await next.ready(), id);
  await untilSaid(conversation, 'Just before you go.');
});
