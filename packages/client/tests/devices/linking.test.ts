import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { ApprovalState, DeviceBook, Linking, LinkingState } from '../../src/index.ts';
import { emptyDevice, signIn, signUp, type TestPerson } from '../support/person.ts';
import { backUpPromptly } from '../support/prompt-backup.ts';
import { connect, open, refusal, untilSaid, value } from '../support/talk.ts';
import { startServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

backUpPromptly();

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const phone = await emptyDevice(server.baseUrl);
  return { server, mira, phone, book: await mira.account.devices() };
}

function inState<Kind extends LinkingState['kind']>({ state }: Linking, kind: Kind) {
  return until(state, (now): Extract<LinkingState, { kind: Kind }> | false =>
    // SAFETY: the kind was just compared.
    now.kind === kind ? (now as Extract<LinkingState, { kind: Kind }>) : false,
  );
}

/** Everything up to the number, which both have then. */
async function matchNumbers(phone: TestPerson, book: DeviceBook) {
  const linking = await phone.client.link();
  const { code } = await inState(linking, 'showing');
  const asking = await value(book.findAsking(code));
  const { number } = await inState(linking, 'matching');
  return { linking, asking, number, code };
}

const emojiOf = (state: ApprovalState) =>
  state.kind === 'comparing' && state.emoji.map(({ symbol }) => symbol);

test('a code, a number, a yes and the same emoji let a new device read earlier messages', async () => {
  const { server, mira, phone, book } = await setUp();
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const [hers, his] = await connect(mira.account, jonas.account);
  his.sendText('Earlier.');
  await untilSaid(hers, 'Earlier.');

  const { asking, number } = await matchNumbers(phone, book);
  expect(asking).toMatchObject({ clientName: 'Test device', sameNetwork: true });
  expect(asking.numbers).toContain(number);
  await value(book.letIn(asking, number));
  const locked = await phone.locked();
  expect(locked.wasLinked).toBe(true);
  const asked = await locked.askOtherDevice();

  // Nobody is asked whose device it is once more, and no other device is asked at all.
  const request = await until(mira.account.approvals, ([first]) => first);
  const [here, there] = await Promise.all([
    until(asked.state, emojiOf),
    until(request.state, emojiOf),
  ]);
  expect(there).toEqual(here);
  await Promise.all([asked.confirmMatch(), request.confirmMatch()]);
  const account = await phone.ready();
  await untilSaid(open(account, hers.summary.get().id), 'Earlier.');
  const listed = await book.list();
  const me = listed.find(({ thisDevice }) => thisDevice);
  expect(listed.find(({ id }) => id === request.deviceId)).toMatchObject({
    linkedBy: me?.id,
    client: 'node',
    firstSeenAddress: '127.0.0.1',
    trusted: true,
  });
  expect(book.newDevices.get()).toEqual([]);
});

test('a wrong number ends it on both devices, and nobody is signed in', async () => {
  const { phone, book } = await setUp();
  const { linking, asking, number } = await matchNumbers(phone, book);
  const wrong = asking.numbers.find((other) => other !== number) ?? 0;

  expect(await refusal(book.letIn(asking, wrong))).toBe('failed');

  await inState(linking, 'refused');
  expect(phone.client.session.get().kind).toBe('signed_out');
  expect(await refusal(book.letIn(asking, number))).toBe('failed');
});

test('a no is shown on the new device', async () => {
  const { phone, book } = await setUp();
  const { linking, asking } = await matchNumbers(phone, book);

  await value(book.refuse(asking));

  expect(await inState(linking, 'refused')).toEqual({ kind: 'refused' });
});

test('whoever turns away from the code makes it worthless', async () => {
  const { phone, book } = await setUp();
  const linking = await phone.client.link();
  const { code } = await inState(linking, 'showing');

  await linking.close();

  expect(await book.findAsking(code)).toMatchObject({
    problem: { message: 'This code does not work. Show a new one.' },
  });
});

test('a code that a second person enters is no good to the first', async () => {
  const { server, phone, book } = await setUp();
  const thief = await signUp(server.baseUrl, 'thief', 'Thief');
  const { linking, asking, number, code } = await matchNumbers(phone, book);

  expect(await refusal((await thief.account.devices()).findAsking(code))).toBe('failed');

  await inState(linking, 'contested');
  expect(await book.letIn(asking, number)).toMatchObject({
    problem: { message: expect.stringContaining('Somebody else entered this code') },
  });
});

test('what is no code is not even asked about', async () => {
  const { mira, book } = await setUp();

  expect(await refusal(book.findAsking('7KMP-2XQ'))).toBe('failed');

  expect(mira.platform.requests.filter(({ path }) => path.includes('claim'))).toEqual([]);
});

test('a broken connection in between is survived', async () => {
  const { phone, book } = await setUp();
  phone.platform.loseAnswer(/watch$/);
  const linking = await phone.client.link();
  const { code } = await inState(linking, 'showing');

  const asking = await value(book.findAsking(code));
  const { number } = await inState(linking, 'matching');
  await value(book.letIn(asking, number));

  expect(await phone.locked()).toMatchObject({ wasLinked: true });
});

test('the other devices are told of a new one, until somebody says that it is theirs', async () => {
  const { server, mira, phone, book } = await setUp();
  const code = mira.account.newRecoveryCode.get() ?? '';
  const laptop = await signIn(server.baseUrl, 'mira');
  await value(laptop.account.unlockWithCode(code));
  const there = await (await laptop.ready()).devices();
  const [byPassword] = await until(book.newDevices, (devices) => devices.length === 1 && devices);
  expect(byPassword).toMatchObject({ linkedBy: null, name: 'Test device' });

  const { asking, number } = await matchNumbers(phone, book);
  await value(book.letIn(asking, number));
  await phone.locked();

  const [linked] = await until(there.newDevices, (devices) => devices.length === 1 && devices);
  expect(linked).toMatchObject({ name: 'Test device', linkedBy: expect.any(String) });
  if (!linked || !byPassword) throw new Error('a device is missing');
  await there.acknowledge(linked.id);
  expect(there.newDevices.get()).toEqual([]);
  await book.acknowledge(byPassword.id);
  await value(there.signOut([linked.id], mira.password));
  const ended = await until(phone.client.session, (now) => now.kind === 'signed_out' && now);
  expect(ended.reason).toBe('ended_elsewhere');
  expect(book.newDevices.get()).toEqual([]);
});
