import './support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { createServerRequests } from '../src/session/server-requests.ts';
import { openSessionSlot } from '../src/session/session-record.ts';
import { signUp } from './support/person.ts';
import {
  accept,
  connect,
  messagesOf,
  open,
  saidIn,
  start,
  untilMessage,
  untilSaid,
  value,
} from './support/talk.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  return { server, mira, jonas };
}

test('the first message waits for someone who is away, who finds it, accepts and answers', async () => {
  const { mira, jonas } = await setUp();
  jonas.platform.cut = /./;
  const found = await mira.account.findPerson('@jonas');
  expect(found).toMatchObject({ handle: '@jonas', displayName: 'Jonas' });

  const hers = await start(mira.account, jonas.account);
  hers.sendText('Are you there?');
  await untilSaid(hers, 'Are you there?');
  expect(hers.summary.get()).toMatchObject({
    kind: 'direct',
    title: 'Jonas',
    waitingForAcceptance: true,
  });
  jonas.platform.reconnect();
  const his = await accept(jonas.account);
  await untilSaid(his, 'Are you there?');
  his.sendText('Yes.');
  await untilSaid(hers, 'Yes.');

  expect(saidIn(hers)).toEqual(['Are you there?', 'Yes.']);
  expect(saidIn(his)).toEqual(['Are you there?', 'Yes.']);
  expect(await until(hers.summary, (summary) => !summary.waitingForAcceptance)).toBe(true);
});

test('a request shows who asks, and deleting it leaves nothing', async () => {
  const { mira, jonas } = await setUp();
  await start(mira.account, jonas.account);

  const request = await until(jonas.account.requests, ([first]) => first);
  expect(request.from).toMatchObject({ handle: '@mira', displayName: 'Mira' });
  expect(jonas.account.conversations.get()).toEqual([]);
  await value(jonas.account.deleteRequest(request.id));

  expect(await until(jonas.account.requests, (requests) => requests.length === 0)).toBe(true);
  expect(jonas.account.conversations.get()).toEqual([]);
});

test('whoever writes to someone who left is told that nobody is there', async () => {
  const { mira, jonas } = await setUp();
  const [hers, his] = await connect(mira.account, jonas.account);
  const before = await until(hers.summary, (all) => !all.waitingForAcceptance && all);

  await his.leave();

  const after = await until(hers.summary, (summary) => summary.otherIsGone && summary);
  expect(before).toMatchObject({ otherIsGone: false, title: 'Jonas' });
  expect(after).toMatchObject({ kind: 'direct', title: 'Jonas', waitingForAcceptance: false });
});

test('what was written with a request is new to the one who accepts it', async () => {
  const { mira, jonas } = await setUp();
  const hers = await start(mira.account, jonas.account);
  for (const text of ['One.', 'Two.', 'Three.']) hers.sendText(text);
  const first = await untilSaid(hers, 'One.');
  await untilSaid(hers, 'Three.');

  const his = await accept(jonas.account);
  await untilSaid(his, 'Three.');

  const unread = await until(his.timeline, ({ firstUnreadKey }) => firstUnreadKey);
  const one = messagesOf(his.timeline.get()).find(({ eventId }) => eventId === first.eventId);
  expect(unread).toBe(one?.key);
  expect(his.summary.get().unreadCount).toBe(3);
  his.markRead();
  expect(await until(his.summary, ({ unreadCount }) => unreadCount === 0)).toBe(true);
});

test('two who ask for each other at the same moment get one conversation', async () => {
  const { mira, jonas } = await setUp();
  const [miraId, jonasId] = [mira.account.me.get().userId, jonas.account.me.get().userId];

  const [hers, his] = await Promise.all([
    value(mira.account.startConversation([jonasId])),
    value(jonas.account.startConversation([miraId])),
  ]);
  open(jonas.account, his).sendText('Snap.');

  expect(his).toBe(hers);
  await untilSaid(open(mira.account, hers), 'Snap.');
});

test('a message keeps its key from the moment it is written until everyone has it', async () => {
  const { mira, jonas } = await setUp();
  const [hers] = await connect(mira.account, jonas.account);

  hers.sendText('Stay.');
  const written = await untilMessage(hers, ({ body }) => body.kind === 'text');
  const sent = await untilMessage(hers, ({ eventId }) => eventId !== null);

  expect(written.eventId).toBeNull();
  expect(sent.key).toBe(written.key);
  expect(saidIn(hers)).toEqual(['Stay.']);
});

test('reading is told to the one who wrote', async () => {
  const { mira, jonas } = await setUp();
  const [hers, his] = await connect(mira.account, jonas.account);
  hers.sendText('Read me.');
  await untilSaid(his, 'Read me.');
  expect(await until(his.summary, ({ unreadCount }) => unreadCount)).toBe(1);

  his.markRead();

  await untilMessage(hers, ({ delivery }) => delivery === 'read');
  expect(await until(his.summary, ({ unreadCount }) => unreadCount === 0)).toBe(true);
});

test('someone who reads quietly is not told of, but their answer shows the message arrived', async () => {
  const { mira, jonas } = await setUp();
  const [hers, his] = await connect(mira.account, jonas.account);
  await value(jonas.account.setPreferences({ sendReadReceipts: false }));
  await until(jonas.account.preferences, ({ sendReadReceipts }) => !sendReadReceipts);
  hers.sendText('Read me.');
  await untilSaid(his, 'Read me.');

  his.markRead();
  await until(his.summary, ({ unreadCount }) => unreadCount === 0);
  his.sendText('Perhaps I did.');
  await untilSaid(hers, 'Perhaps I did.');

  const mine = await untilMessage(hers, ({ delivery }) => delivery === 'delivered');
  expect(mine.body).toMatchObject({ text: 'Read me.' });
});

test('typing is seen while it lasts, unless one keeps it to oneself', async () => {
  const { mira, jonas } = await setUp();
  const [hers, his] = await connect(mira.account, jonas.account);

  his.setTyping(true);
  const typing = await until(hers.summary, ({ typing: [someone] }) => someone);
  his.sendText('Done.');
  await until(hers.summary, (summary) => summary.typing.length === 0);
  await untilSaid(hers, 'Done.');

  expect(typing.displayName).toBe('Jonas');
});

test('being there is seen, and being away', async () => {
  const { mira, jonas } = await setUp();
  const [hers] = await connect(mira.account, jonas.account);

  const there = await until(hers.summary, ({ presence }) => presence?.online === true && presence);
  await value(jonas.account.setPreferences({ sharePresence: false }));
  const away = await until(hers.summary, ({ presence }) => presence?.online === false && presence);

  expect(there.online).toBe(true);
  expect(away.online).toBe(false);
});

test('unsending takes a message away on both sides', async () => {
  const { mira, jonas } = await setUp();
  const [hers, his] = await connect(mira.account, jonas.account);
  hers.sendText('Oops.');
  const { key } = await untilSaid(hers, 'Oops.');
  await untilSaid(his, 'Oops.');

  await hers.remove(key);

  await untilMessage(his, ({ body }) => body.kind === 'removed');
  expect(saidIn(hers)).toEqual(['(removed)']);
  expect(await until(his.summary, ({ preview }) => preview.text === 'Message removed')).toBe(true);
});

test('nothing is ever sent unencrypted, not even where another client asks for it', async () => {
  const { server, mira, jonas } = await setUp();
  const record = await openSessionSlot(mira.platform.store).get();
  const room = { preset: 'private_chat', invite: [jonas.account.me.get().userId] };
  const requests = createServerRequests(server.baseUrl, fetch);
  await requests.send('POST', '/_matrix/client/v3/createRoom', room, record?.accessToken);
  const his = await accept(jonas.account);

  his.sendText('A secret.');

  const kept = await untilMessage(his, ({ delivery }) => delivery === 'failed');
  expect(kept.body).toMatchObject({ text: 'A secret.' });
  expect(jonas.platform.requests.filter(({ body }) => body.includes('A secret.'))).toEqual([]);
});

test('the list shows what was said last, decrypted, without opening the conversation', async () => {
  const { mira, jonas } = await setUp();
  const [hers, his] = await connect(mira.account, jonas.account);
  his.close();

  hers.sendText('See you at noon');

  const shown = await until(
    jonas.account.conversations,
    ([first]) => first?.preview.text === 'See you at noon' && first,
  );
  expect(shown).toMatchObject({ title: 'Mira', unreadCount: 1, preview: { mine: false } });
});
