import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { Conversation } from '../../src/index.ts';
import { setUpThree } from '../people/three-people.ts';
import { signIn } from '../support/person.ts';
import { backUpPromptly } from '../support/prompt-backup.ts';
import { accept, connect, noticesIn, open, start, untilSaid, value } from '../support/talk.ts';
import { until } from '../support/until.ts';

backUpPromptly();

const linesIn = (conversation: Conversation) =>
  noticesIn(conversation).filter((notice) => notice.includes('new identity'));

/** Jonas talks with Mira, and with Mira and Noor. */
async function setUp() {
  const people = await setUpThree();
  const { mira, jonas, noor } = people;
  const [hers, his] = await connect(mira.account, jonas.account);
  const theirs = await start(mira.account, jonas.account, noor.account);
  // Jonas knows her and is in it at once; Noor is asked.
  const { id } = await until(jonas.account.conversations, (list) =>
    list.find(({ kind }) => kind === 'group'),
  );
  const group = open(jonas.account, id);
  await accept(noor.account);
  theirs.sendText('Hello, all of you.');
  await untilSaid(group, 'Hello, all of you.');
  return { ...people, hers, his, group };
}

test('a new device of a contact is nobody’s business: no line, alone or in a group', async () => {
  const { his, hers, group, secondDevice } = await setUp();

  const phone = await secondDevice();
  const there = open(phone, hers.summary.get().id);
  const thereToo = open(phone, group.summary.get().id);
  there.sendText('From my new phone.');
  thereToo.sendText('From my new phone.');
  await untilSaid(his, 'From my new phone.');
  await untilSaid(group, 'From my new phone.');

  expect(linesIn(his)).toEqual([]);
  expect(linesIn(group)).toEqual([]);
});

test('a contact who started over is one quiet line, in each conversation with them', async () => {
  const { server, mira, jonas, hers, his, group } = await setUp();
  const phone = await signIn(server.baseUrl, 'mira');

  await value(phone.account.startOver(mira.password));
  const account = await phone.ready();
  const there = open(account, hers.summary.get().id);
  const thereToo = open(account, group.summary.get().id);
  there.sendText('It is me, anew.');
  thereToo.sendText('It is me, anew.');
  await untilSaid(his, 'It is me, anew.');
  await untilSaid(group, 'It is me, anew.');
  await until(his.timeline, () => linesIn(his).length > 0);
  await until(group.timeline, () => linesIn(group).length > 0);

  // What comes after it, and looking again, add nothing.
  his.sendText('Welcome back.');
  await untilSaid(there, 'Welcome back.');
  there.sendText('Thank you.');
  await untilSaid(his, 'Thank you.');
  const again = open(jonas.account, his.summary.get().id);
  await untilSaid(again, 'Thank you.');
  for (const conversation of [his, group, again]) expect(linesIn(conversation)).toHaveLength(1);
  expect(linesIn(his)[0]).toContain('Mira started over');
  expect(linesIn(there)).toEqual([]);
});
