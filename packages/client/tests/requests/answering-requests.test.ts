import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { Account } from '../../src/index.ts';
import { asOtherClient } from '../support/other-client.ts';
import { signIn, signUp } from '../support/person.ts';
import { backUpPromptly } from '../support/prompt-backup.ts';
import { accept, open, start, untilSaid, value } from '../support/talk.ts';
import { startServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

backUpPromptly();

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const hers = await start(mira.account, jonas.account);
  hers.sendText('Hello.');
  await untilSaid(hers, 'Hello.');
  return { server, mira, jonas, hers };
}

/** The request there is, once it can be read. */
const read = ({ requests }: Account) =>
  until(requests, ([first]) => first?.messages?.some(({ text }) => text === 'Hello.') && first);

const untilNone = ({ requests }: Account) => until(requests, ({ length }) => length === 0);

test('a request that is deleted goes from all my devices, and for its sender waits on', async () => {
  const { server, jonas, hers } = await setUp();
  const second = await signIn(server.baseUrl, 'jonas');
  await value(second.account.unlockWithCode(jonas.account.newRecoveryCode.get() ?? ''));
  const there = await second.ready();
  await read(there);
  const { id } = await read(jonas.account);

  await value(jonas.account.deleteRequest(id));

  expect(jonas.account.requests.get()).toEqual([]);
  await untilNone(there);
  // Both devices have caught up with what came after it.
  hers.sendText('Are you there?');
  await untilSaid(hers, 'Are you there?');
  await value(there.setPreferences({ sendTyping: false }));
  for (const { preferences } of [jonas.account, there]) {
    await until(preferences, ({ sendTyping }) => !sendTyping);
  }
  for (const account of [jonas.account, there]) {
    expect(account.requests.get()).toEqual([]);
    expect(account.conversations.get()).toEqual([]);
  }
  expect(hers.summary.get()).toMatchObject({ waitingForAcceptance: true, otherIsGone: false });
});

test('a deleted request is not there on a device that comes later', async () => {
  const { server, jonas } = await setUp();
  const { id } = await read(jonas.account);
  await value(jonas.account.deleteRequest(id));

  const second = await signIn(server.baseUrl, 'jonas');
  await value(second.account.unlockWithCode(jonas.account.newRecoveryCode.get() ?? ''));
  const there = await second.ready();
  await until(there.connection, (connection) => connection === 'online');

  expect(there.requests.get()).toEqual([]);
  expect(there.conversations.get()).toEqual([]);
});

test('one can still write first to somebody whose request one deleted', async () => {
  const { mira, jonas, hers } = await setUp();
  await value(jonas.account.deleteRequest((await read(jonas.account)).id));

  const his = await start(jonas.account, mira.account);
  his.sendText('Hello after all.');

  await untilSaid(hers, 'Hello after all.');
  expect(his.summary.get().id).toBe(hers.summary.get().id);
});

test('whoever is blocked is not told, and asks no more', async () => {
  const { server, mira, jonas, hers } = await setUp();
  const { id } = await read(jonas.account);

  await value(jonas.account.blockRequest(id));

  expect(jonas.account.requests.get()).toEqual([]);
  const path = `/v3/user/${jonas.account.me.get().userId}/account_data/m.ignored_user_list`;
  expect(await asOtherClient(server, jonas)('GET', path)).toEqual({
    ignored_users: { [mira.account.me.get().userId]: {} },
  });
  expect(hers.summary.get()).toMatchObject({ waitingForAcceptance: true, otherIsGone: false });
});

test('without a connection a request stays, and one is told why', async () => {
  const { jonas } = await setUp();
  const { id } = await read(jonas.account);
  jonas.platform.cut = /answer/;

  const outcome = await jonas.account.deleteRequest(id);

  expect(outcome).toMatchObject({ ok: false, problem: { code: 'offline' } });
  expect(jonas.account.requests.get()).toHaveLength(1);
});

test('what another of my devices has deleted can be deleted again, but not blocked by it', async () => {
  const { server, jonas } = await setUp();
  const { id } = await read(jonas.account);
  jonas.platform.cut = /sync/;
  const path = `/unstable/app.sotto/requests/${encodeURIComponent(id)}/answer`;
  await asOtherClient(server, jonas)('POST', path, { answer: 'delete' });

  const blocked = await jonas.account.blockRequest(id);
  const deleted = await jonas.account.deleteRequest(id);

  expect(blocked).toMatchObject({
    ok: false,
    problem: { message: 'There is no such request any more.' },
  });
  expect(deleted.ok).toBe(true);
  expect(jonas.account.requests.get()).toEqual([]);
});

test('what somebody I let in writes needs no answer', async () => {
  const { server, mira, jonas } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const path = `/v3/user/${noor.account.me.get().userId}/account_data/app.sotto.message_policy`;
  await asOtherClient(server, noor)('PUT', path, { rules: { stranger: 'accept' } });

  const hers = await start(mira.account, noor.account);
  hers.sendText('Hello, Noor.');
  const shown = await until(
    noor.account.conversations,
    ([first]) => first?.preview.text === 'Hello, Noor.' && first,
  );

  expect(shown).toMatchObject({ kind: 'direct', title: 'Mira', requestMessagesLeft: null });
  expect(noor.account.requests.get()).toEqual([]);
  expect(hers.summary.get()).toMatchObject({
    waitingForAcceptance: false,
    requestMessagesLeft: null,
  });
  await accept(jonas.account);
  expect(open(noor.account, shown.id).summary.get().kind).toBe('direct');
});
