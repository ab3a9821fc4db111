import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { idOf, setUpThree } from '../people/three-people.ts';
import { asOtherClient } from '../support/other-client.ts';
import { accept, connect, noticesIn, saidIn, untilSaid, value } from '../support/talk.ts';
import { until } from '../support/until.ts';
import { arrive, groupOf, takeEverybody } from './group-of-three.ts';

/** Mira and Jonas have said three things, each under a key of its own, and Noor takes everybody. */
async function setUp() {
  const { server, mira, jonas, noor } = await setUpThree();
  await takeEverybody(server, noor);
  const [hers, his] = await connect(mira.account, jonas.account);
  const sentAtMs: number[] = [];
  for (const text of ['One.', 'Two.', 'Three.']) {
    hers.sendText(text);
    sentAtMs.push((await untilSaid(his, text)).sentAtMs);
  }
  return { server, mira, jonas, noor, hers, his, sentAtMs };
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
  // They were in at once: a second line would say nothing new.
  expect(noticesIn(his).filter((text) => text.includes('Noor'))).toEqual([notice]);
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

test('whoever is given what was said since a moment reads from there on', async () => {
  const { mira, noor, hers, sentAtMs } = await setUp();
  const group = await groupOf(mira.account, hers);
  const [, second = 0] = sentAtMs;

  await value(group.add([idOf(noor.account)], { share: 'since', since_ts: second }));
  const theirs = await arrive(noor.account, hers);
  await untilSaid(theirs, 'Three.');
  await untilSaid(theirs, 'Two.');

  expect(saidIn(theirs)).toEqual(['Two.', 'Three.']);
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
