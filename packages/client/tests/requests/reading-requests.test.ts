import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import type { RequestSummary } from '../../src/index.ts';
import { asOtherClient } from '../support/other-client.ts';
import { signUp } from '../support/person.ts';
import { messagesOf, saidIn, start, untilSaid } from '../support/talk.ts';
import { startServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  return { server, mira, jonas };
}

const textsOf = ({ messages }: RequestSummary) => messages?.map(({ text }) => text).join(' ');

test('what somebody wrote is read before it is accepted, and they do not learn it', async () => {
  const { mira, jonas } = await setUp();

  const hers = await start(mira.account, jonas.account);
  for (const text of ['One.', 'Two.', 'Three.']) hers.sendText(text);
  await untilSaid(hers, 'Three.');
  const request = await until(
    jonas.account.requests,
    ([first]) => first && textsOf(first) === 'One. Two. Three.' && first,
  );

  expect(request).toMatchObject({
    kind: 'direct',
    from: { displayName: 'Mira' },
    blurred: false,
    card: { contact: false, mutualGroups: 0, nameChangedMs: null },
  });
  expect(jonas.account.conversations.get()).toEqual([]);
  expect(hers.summary.get().waitingForAcceptance).toBe(true);
  expect(messagesOf(hers.timeline.get()).map(({ delivery }) => delivery)).toEqual(
    Array.from({ length: 3 }, () => 'sent'),
  );
  const told = /receipt|read_markers|typing|\/join|download|thumbnail|\/presence\//;
  expect(jonas.platform.requests.filter(({ path }) => told.test(path))).toEqual([]);
});

test('after accepting, the conversation begins with what the request said', async () => {
  const { mira, jonas } = await setUp();
  const hers = await start(mira.account, jonas.account);
  for (const text of ['One.', 'Two.']) hers.sendText(text);
  const request = await until(
    jonas.account.requests,
    ([first]) => first && textsOf(first) === 'One. Two.' && first,
  );

  await jonas.account.acceptRequest(request.id);

  const his = jonas.account.openConversation(request.id);
  expect(his && (await untilSaid(his, 'Two.')) && saidIn(his)).toEqual(['One.', 'Two.']);
  expect(jonas.account.requests.get()).toEqual([]);
  his?.close();
});

test('a photo is named and not fetched', async () => {
  const { mira, jonas } = await setUp();
  const hers = await start(mira.account, jonas.account);

  hers.sendFiles([new File(['light'], 'sea.jpg', { type: 'image/jpeg' })], 'Look.');

  const message = await until(
    jonas.account.requests,
    ([first]) => first?.messages?.[0]?.kind === 'photo' && first.messages[0],
  );
  expect(message.text).toBe('');
  expect(jonas.platform.requests.filter(({ path }) => /download|thumbnail/.test(path))).toEqual([]);
});

test('without an answer of the server a request shows who asks, and says more once there is one', async () => {
  const { mira, jonas } = await setUp();
  jonas.platform.cut = /app\.sotto\/requests/;
  const hers = await start(mira.account, jonas.account);
  hers.sendText('Hello.');
  await untilSaid(hers, 'Hello.');
  const before = await until(jonas.account.requests, ([first]) => first);

  jonas.platform.reconnect();
  const after = await until(
    jonas.account.requests,
    ([first]) => first && textsOf(first) === 'Hello.' && first,
  );

  expect(before).toMatchObject({ from: { displayName: 'Mira' }, messages: null, card: null });
  expect(after.card).not.toBeNull();
});

test('a request that is to be blurred is so from the beginning', async () => {
  const { server, mira, jonas } = await setUp();
  const policy = { rules: { stranger: 'blur' } };
  const path = `/v3/user/${jonas.account.me.get().userId}/account_data/app.sotto.message_policy`;
  await asOtherClient(server, jonas)('PUT', path, policy);
  const seen: boolean[] = [];
  jonas.account.requests.subscribe(() => {
    seen.push(...jonas.account.requests.get().map(({ blurred }) => blurred));
  });

  const hers = await start(mira.account, jonas.account);
  hers.sendText('Hello.');
  await until(jonas.account.requests, ([first]) => first && textsOf(first) === 'Hello.');

  expect(new Set(seen)).toEqual(new Set([true]));
});

test('a group somebody asks me into shows what it is, whom I know there, and what I would read', async () => {
  const { server, mira, jonas } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const [jonasId, noorId] = [jonas, noor].map(({ account }) => account.me.get().userId);
  const as = (person: typeof mira) => asOtherClient(server, person);
  const contacts = '/unstable/app.sotto/contacts';
  await as(jonas)('PUT', `${contacts}/${noorId}`, { contact: true });
  await as(noor)('PUT', `${contacts}/${jonasId}`, { contact: true });
  const made = await as(mira)('POST', '/v3/createRoom', {
    preset: 'private_chat',
    name: 'Book club',
    topic: 'One book a month.',
    invite: [noorId],
    initial_state: [{ type: 'm.room.avatar', content: { url: 'mxc://sotto.test/books' } }],
  });
  // SAFETY: the specification gives the id of the room.
  const room = encodeURIComponent((made as { room_id: string }).room_id);
  await as(noor)('POST', `/v3/rooms/${room}/join`, {});
  await as(mira)('POST', `/unstable/app.sotto/rooms/${room}/members`, {
    user_ids: [jonasId],
    history: { share: 'last', count: 50 },
  });

  const request = await until(
    jonas.account.requests,
    ([first]) => first?.group?.memberCount && first,
  );

  expect(request).toMatchObject({
    groupName: 'Book club',
    group: {
      avatar: 'mxc://sotto.test/books',
      description: 'One book a month.',
      memberCount: 2,
      known: [{ displayName: 'Noor' }],
      readable: { share: 'last', count: 50 },
    },
  });
  // The photo is fetched when it is looked at.
  expect(jonas.platform.requests.filter(({ path }) => /download|thumbnail/.test(path))).toEqual([]);
});

test('somebody who asks me into a group is named with the group, and nothing is read', async () => {
  const { server, mira, jonas } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const invite = [jonas, noor].map(({ account }) => account.me.get().userId);
  const group = { preset: 'private_chat', name: 'Book club', invite };

  await asOtherClient(server, mira)('POST', '/v3/createRoom', group);

  const request = await until(jonas.account.requests, ([first]) => first?.messages && first);
  expect(request).toMatchObject({
    kind: 'group',
    groupName: 'Book club',
    from: { displayName: 'Mira' },
    messages: [],
  });
});
