import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { signIn, signUp } from './support/person.ts';
import { connect, messagesOf, noticesIn, open, saidIn, untilSaid, value } from './support/talk.ts';
import { backUpPromptly } from './support/prompt-backup.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

backUpPromptly();

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const [hers, his] = await connect(mira.account, jonas.account);
  return { server, mira, jonas, hers, his };
}

test('a conversation opens at the first message not read', async () => {
  const { jonas, hers, his } = await setUp();
  hers.sendText('Read.');
  await untilSaid(his, 'Read.');
  his.markRead();
  his.close();
  hers.sendText('First new.');
  hers.sendText('Second new.');
  const id = his.summary.get().id;
  await until(jonas.account.conversations, ([first]) => first?.unreadCount === 2);

  const again = open(jonas.account, id);
  await untilSaid(again, 'Second new.');

  const { items, firstUnreadKey } = again.timeline.get();
  const first = items.find(({ key }) => key === firstUnreadKey);
  expect(first).toMatchObject({ body: { text: 'First new.' } });
});

test('reading on one conversation leaves the others unread', async () => {
  const { server, mira, jonas, hers, his } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const [hersToo] = await connect(noor.account, jonas.account);
  hers.sendText('From Mira.');
  hersToo.sendText('From Noor.');
  await until(
    jonas.account.conversations,
    (all) => all.length === 2 && all.every(({ unreadCount }) => unreadCount === 1),
  );

  his.markRead();

  const counts = await until(jonas.account.conversations, (all) => {
    const byTitle = Object.fromEntries(all.map(({ title, unreadCount }) => [title, unreadCount]));
    return byTitle['Mira'] === 0 && byTitle;
  });
  expect(counts).toEqual({ Mira: 0, Noor: 1 });
  expect(mira.account.conversations.get()).toHaveLength(1);
});

test('older messages are loaded page by page, down to the beginning', async () => {
  const { server, mira, hers, his } = await setUp();
  const texts = Array.from({ length: 60 }, (_, index) => `Message ${index + 1}`);
  for (const text of texts) hers.sendText(text);
  await untilSaid(his, 'Message 60');
  const second = await signIn(server.baseUrl, 'mira');
  await value(second.account.unlockWithCode(mira.account.newRecoveryCode.get() ?? ''));
  const fresh = open(await second.ready(), hers.summary.get().id);
  await untilSaid(fresh, 'Message 60');
  expect(saidIn(fresh).length).toBeLessThan(60);

  while (fresh.timeline.get().older === 'available') await fresh.loadOlder();

  expect(fresh.timeline.get().older).toBe('none');
  await untilSaid(fresh, 'Message 1');
  expect(saidIn(fresh)).toEqual(texts);
  expect(noticesIn(fresh)).toEqual(['Jonas accepted.']);
});

test('what does not change stays the same object', async () => {
  const { hers, his } = await setUp();
  hers.sendText('One.');
  await untilSaid(his, 'One.');
  const [before] = messagesOf(his.timeline.get());

  hers.sendText('Two.');
  await untilSaid(his, 'Two.');

  const [after] = messagesOf(his.timeline.get());
  expect(after).toBe(before);
});

test('a new name shows on earlier messages too', async () => {
  const { mira, hers, his } = await setUp();
  hers.sendText('Hello.');
  await untilSaid(his, 'Hello.');

  await value(mira.account.setDisplayName('Mira K'));

  await until(his.timeline, (timeline) => messagesOf(timeline)[0]?.sender.displayName === 'Mira K');
  expect(await until(his.summary, ({ title }) => title === 'Mira K')).toBe(true);
});

test('a draft is kept with its conversation and gone once sent', async () => {
  const { hers } = await setUp();

  hers.setDraft('Dear Jo');
  expect(await until(hers.summary, ({ draft }) => draft)).toBe('Dear Jo');
  hers.setDraft('');

  expect(await until(hers.summary, ({ draft }) => draft === null)).toBe(true);
});

test('a group has a title of its people, and everyone reads everyone', async () => {
  const { server, mira, jonas } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const userIds = [jonas, noor].map(({ account }) => account.me.get().userId);
  const id = await value(mira.account.startConversation(userIds));
  const hers = open(mira.account, id);
  // Mira is one of Jonas's contacts by now, so it reaches him without asking.
  await until(jonas.account.conversations, (all) => all.find((one) => one.id === id));
  const request = await until(noor.account.requests, (all) => all.find((one) => one.id === id));
  await value(noor.account.acceptRequest(request.id));
  const [his, theirs] = [open(jonas.account, id), open(noor.account, id)];

  hers.sendText('All of you.');
  await Promise.all([untilSaid(his, 'All of you.'), untilSaid(theirs, 'All of you.')]);

  expect(hers.summary.get()).toMatchObject({ kind: 'group', title: 'Jonas, Noor', person: null });
  expect(hers.summary.get().members.map(({ displayName }) => displayName)).toEqual([
    'Jonas',
    'Mira',
    'Noor',
  ]);
});

test('leaving takes a conversation off the list', async () => {
  const { mira, jonas, hers, his } = await setUp();

  await his.leave();

  expect(await until(jonas.account.conversations, (all) => all.length === 0)).toBe(true);
  await until(hers.timeline, () => noticesIn(hers).includes('Jonas left.'));
  expect(mira.account.conversations.get()).toMatchObject([{ kind: 'direct', title: 'Jonas' }]);
});
