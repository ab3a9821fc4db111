import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { Account, Conversation } from '../../src/index.ts';
import { idOf, setUpThree } from '../people/three-people.ts';
import { asOtherClient } from '../support/other-client.ts';
import { accept, connect, noticesIn, open, saidIn, untilSaid, value } from '../support/talk.ts';
import { until } from '../support/until.ts';

const LETS_ANYBODY_IN = { rules: { stranger: 'accept' } };

/** Mira and Jonas have said three things, each under a key of its own, and Noor takes everybody. */
async function setUp() {
  const { server, mira, jonas, noor } = await setUpThree();
  const path = `/v3/user/${idOf(noor.account)}/account_data/app.sotto.message_policy`;
  await asOtherClient(server, noor)('PUT', path, LETS_ANYBODY_IN);
  const [hers, his] = await connect(mira.account, jonas.account);
  for (const text of ['One.', 'Two.', 'Three.']) {
    hers.sendText(text);
    await untilSaid(his, text);
  }
  return { server, mira, jonas, noor, hers, his };
}

async function groupOf(account: Account, { summary }: Conversation) {
  const group = await account.groups.open(summary.get().id);
  if (!group) throw new Error('there is no such group');
  return group;
}

/** The conversation, once somebody has been let in by the server. */
async function arrive(account: Account, { summary }: Conversation): Promise<Conversation> {
  const { id } = summary.get();
  await until(account.conversations, (all) => all.some((one) => one.id === id));
  return open(account, id);
}

test('whoever is let in at once reads the last messages they were given, and none before', async () => {
  const { mira, noor, hers, his } = await setUp();
  const group = await groupOf(mira.account, hers);

  await value(group.add([idOf(noor.account)], { share: 'last', count: 2 }));
  const theirs = await arrive(noor.account, hers);
  await untilSaid(theirs, 'Three.');
  his.sendText('Welcome.');
  await untilSaid(theirs, 'Welcome.');

  expect(saidIn(theirs)).toEqual(['Two.', 'Three.', 'Welcome.']);
  const notice = 'Mira added Noor. Noor can read the last 2 messages before this.';
  await until(his.timeline, () => noticesIn(his).includes(notice));
});

test('whoever is given nothing reads what is said from then on', async () => {
  const { mira, noor, hers, his } = await setUp();
  const group = await groupOf(mira.account, hers);

  await value(group.add([idOf(noor.account)], { share: 'none' }));
  const theirs = await arrive(noor.account, hers);
  hers.sendText('Four.');
  await untilSaid(theirs, 'Four.');
  his.sendText('Five.');
  await untilSaid(theirs, 'Five.');

  expect(saidIn(theirs)).toEqual(['Four.', 'Five.']);
  expect(hers.summary.get().kind).toBe('group');
});

test('whoever has to accept first reads what they were given once they have', async () => {
  const { server, mira, noor, hers } = await setUp();
  const path = `/v3/user/${idOf(noor.account)}/account_data/app.sotto.message_policy`;
  await asOtherClient(server, noor)('PUT', path, { rules: {} });
  const group = await groupOf(mira.account, hers);

  await value(group.add([idOf(noor.account)], { share: 'all' }));
  const theirs = await accept(noor.account);
  await untilSaid(theirs, 'One.');
  await untilSaid(theirs, 'Three.');

  expect(saidIn(theirs)).toEqual(['One.', 'Two.', 'Three.']);
});
