import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { HomeserverOptions } from '@sotto/homeserver';
import { asOtherClient } from '../support/other-client.ts';
import { signUp } from '../support/person.ts';
import { accept, saidIn, start, untilMessage, untilSaid } from '../support/talk.ts';
import { startServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

async function setUp(overrides: Partial<HomeserverOptions> = {}) {
  const server = await startServer(overrides);
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  return { server, mira, jonas };
}

const sendsOf = ({ requests }: { readonly requests: readonly { readonly path: string }[] }) =>
  requests.filter(({ path }) => path.includes('/send/m.room.encrypted/')).length;

test('the fourth message waits for the answer, and leaves once it is yes', async () => {
  const { mira, jonas } = await setUp();
  const hers = await start(mira.account, jonas.account);
  expect(hers.summary.get().requestMessagesLeft).toBe(3);

  for (const text of ['One.', 'Two.', 'Three.']) hers.sendText(text);
  await untilSaid(hers, 'Three.');
  expect(hers.summary.get().requestMessagesLeft).toBe(0);
  hers.sendText('Four.');
  const failed = await untilMessage(hers, ({ delivery }) => delivery === 'failed');
  const tries = sendsOf(mira.platform);
  mira.platform.reconnect();
  const his = await accept(jonas.account);
  await until(hers.summary, ({ requestMessagesLeft: left }) => left === null);
  const triesAfter = sendsOf(mira.platform);
  hers.retry(failed.key);

  await untilSaid(his, 'Four.');
  expect(failed).toMatchObject({ body: { text: 'Four.' }, awaitsAcceptance: true });
  expect([tries, triesAfter]).toEqual([4, 4]);
  expect(saidIn(his)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
});

test('how much is left counts down as one writes, also before the server has it', async () => {
  const { mira, jonas } = await setUp();
  const hers = await start(mira.account, jonas.account);
  mira.platform.cut = /\/send\//;

  hers.sendText('One.');
  hers.sendText('Two.');

  const left = await until(hers.summary, ({ requestMessagesLeft: now }) => now === 1 && 'one');
  expect(left).toBe('one');
});

test('whoever takes no requests says so through the server', async () => {
  const { server, mira, jonas } = await setUp();
  const path = `/v3/user/${jonas.account.me.get().userId}/account_data/app.sotto.message_policy`;
  await asOtherClient(server, jonas)('PUT', path, { rules: { stranger: 'reject' } });

  const outcome = await mira.account.startConversation([jonas.account.me.get().userId]);

  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'failed', message: 'This person does not take requests from you.' },
  });
});

test('with the first contacts of a day used up, one is told at once and not in hours', async () => {
  const { server, mira, jonas } = await setUp({ firstContactsPerDay: 1 });
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  await start(mira.account, jonas.account);

  const outcome = await mira.account.startConversation([noor.account.me.get().userId]);

  const problem = outcome.ok ? null : outcome.problem;
  expect(problem?.code).toBe('too_many_tries');
  expect(problem?.message).toMatch(/^You have written to many new people today\./);
  expect(problem?.retryAfterMs).toBeGreaterThan(3_600_000);
});

test('one is told to unblock somebody before writing to them', async () => {
  const { server, mira, jonas } = await setUp();
  const userId = jonas.account.me.get().userId;
  const path = `/v3/user/${mira.account.me.get().userId}/account_data/m.ignored_user_list`;
  await asOtherClient(server, mira)('PUT', path, { ignored_users: { [userId]: {} } });

  const outcome = await mira.account.startConversation([userId]);

  expect(outcome).toMatchObject({
    problem: { message: 'You have blocked this person. Unblock them first.' },
  });
});
