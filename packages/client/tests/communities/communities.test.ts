import '../support/sdk-in-node.ts';
import { expect, onTestFinished, test } from 'vitest';
import type { Account } from '../../src/index.ts';
import { asOtherClient } from '../support/other-client.ts';
import { signUp } from '../support/person.ts';
import { connect, open, untilSaid, value } from '../support/talk.ts';
import { startServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

const WISH = {
  name: 'Cycling club',
  topic: 'On two wheels',
  photo: null,
  approval: false,
  channels: [
    { name: 'News', topic: '', announcement: true },
    { name: 'Rides', topic: '', announcement: false },
  ],
};

const only = <Item>(items: readonly Item[]): Item | false => {
  const [first, ...more] = items;
  return first !== undefined && more.length === 0 && first;
};

/** Mira has made a community; Jonas is in it by a link. */
async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const id = await value(mira.account.communities.create(WISH));
  const links = `/unstable/app.sotto/rooms/${id}/links`;
  // SAFETY: the server answers so, or the next call fails.
  const link = (await asOtherClient(server, mira)('POST', links, { label: 'Poster' })) as {
    token: string;
  };
  await asOtherClient(server, jonas)(
    'POST',
    `/unstable/app.sotto/group_links/${link.token}/join`,
    {},
  );
  await until(jonas.account.communities.all, only);
  return { server, mira, jonas, id };
}

/** The community as the group of its people, or one of its channels. */
async function openGroup(account: Account, id: Parameters<Account['groups']['open']>[0]) {
  const group = await account.groups.open(id);
  if (!group) throw new Error('there is no such group');
  onTestFinished(() => group.close());
  return group;
}

const channelsOf = (account: Account) =>
  account.communities.all.get()[0]?.channels.map(({ name, joined }) => [name, joined]);

test('a community is made whole, and its channels are no conversations', async () => {
  const { mira, id } = await setUp();
  const made = await until(mira.account.communities.all, only);
  expect(made).toMatchObject({ id, name: 'Cycling club', topic: 'On two wheels', myRole: 'owner' });
  expect(channelsOf(mira.account)).toEqual([
    ['News', true],
    ['Rides', true],
  ]);
  expect(mira.account.conversations.get()).toEqual([]);
});

test('whoever joins reads announcements and cannot write them, and finds the other channels', async () => {
  const { mira, jonas, id } = await setUp();
  const news = await until(jonas.account.communities.all, ([club]) => club?.channels[0]);
  const hers = open(mira.account, news.id);
  const his = open(jonas.account, news.id);
  expect(his.summary.get().channel).toMatchObject({ announcement: true, mayWrite: false });
  expect(hers.summary.get().channel).toMatchObject({ announcement: true, mayWrite: true });

  await until(mira.account.communities.all, ([club]) => club?.memberCount === 2);
  hers.sendText('We ride on Sunday');
  await untilSaid(his, 'We ride on Sunday');
  await until(jonas.account.communities.all, ([club]) => club?.unreadCount === 1);

  await value(jonas.account.communities.open(id));
  await until(jonas.account.communities.all, ([club]) => club?.channels.length === 2);
  expect(channelsOf(jonas.account)).toEqual([
    ['News', true],
    ['Rides', false],
  ]);
  const rides = jonas.account.communities.all.get()[0]?.channels[1];
  await value(jonas.account.communities.joinChannel(rides?.id ?? id));
  await until(jonas.account.communities.all, ([club]) => club?.channels[1]?.joined === true);
});

test('an announcement channel that is added later is joined by itself, another is not', async () => {
  const { mira, jonas, id } = await setUp();
  const wish = { topic: '', announcement: true };
  await value(mira.account.communities.addChannel(id, { ...wish, name: 'Results' }));
  await value(
    mira.account.communities.addChannel(id, { ...wish, name: 'Repairs', announcement: false }),
  );
  await until(jonas.account.communities.all, ([club]) => club?.channels.length === 2);
  expect(channelsOf(jonas.account)).toEqual([
    ['News', true],
    ['Results', true],
  ]);
});

test('its people are listed, and conversations with them stand beside its channels', async () => {
  const { mira, jonas, id } = await setUp();
  const page = await value(jonas.account.communities.listMembers(id, '', null));
  expect(page).toMatchObject({
    total: 2,
    next: null,
    members: [
      { role: 'owner', person: { handle: '@mira' } },
      { role: 'member', person: { handle: '@jonas' } },
    ],
  });
  const [hers] = await connect(mira.account, jonas.account);
  await value(mira.account.communities.open(id));
  await until(mira.account.communities.all, ([club]) => club?.directs.length === 1);
  expect(mira.account.communities.all.get()[0]?.directs).toEqual([hers.summary.get().id]);
});

test('who is removed has none of it any more, and keeps their conversations', async () => {
  const { mira, jonas, id } = await setUp();
  await connect(mira.account, jonas.account);
  const club = await openGroup(mira.account, id);
  await value(club.remove(jonas.account.me.get().userId));
  await until(jonas.account.communities.all, (all) => all.length === 0);
  expect(jonas.account.conversations.get()).toHaveLength(1);
});

test('a closed channel can still be read', async () => {
  const { mira, jonas, id } = await setUp();
  const news = await until(jonas.account.communities.all, ([club]) => club?.channels[0]);
  await value(mira.account.communities.closeChannel(id, news.id));
  await until(jonas.account.communities.all, ([club]) => club?.channels[0]?.closed === true);
  expect(open(jonas.account, news.id).summary.get().channel?.mayWrite).toBe(false);
});

test('a community is a group of people with roles, which are not given in its channels', async () => {
  const { mira, jonas, id } = await setUp();
  const hers = await openGroup(mira.account, id);
  await until(hers.state, ({ members }) => members?.length === 2);
  expect(hers.state.get()).toMatchObject({
    kind: 'community',
    myRole: 'owner',
    can: { add: true, setApproval: true, setSlowMode: false },
    heir: { handle: '@jonas' },
  });
  const news = await until(jonas.account.communities.all, ([club]) => club?.channels[0]);
  const inNews = await openGroup(mira.account, news.id);
  await until(inNews.state, ({ members }) => members?.length === 2);
  expect(inNews.state.get()).toMatchObject({
    kind: 'channel',
    can: { setApproval: false },
    heir: null,
  });
  expect(inNews.state.get().members?.map(({ rolesToGive }) => rolesToGive)).toEqual([[], []]);

  await value(hers.setRole(jonas.account.me.get().userId, 'moderator'));
  const his = await openGroup(jonas.account, id);
  await until(his.state, ({ can, members }) => can.add && members !== null);
  expect(his.state.get()).toMatchObject({ myRole: 'moderator', can: { change: false } });
  await until(jonas.account.communities.all, ([club]) => club?.channels.length === 2);
});

test('whoever joins by a link has the community as that resolves', async () => {
  const { server, mira, id } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const hers = await openGroup(mira.account, id);
  const link = await value(hers.createLink({ label: 'Poster', usesMax: null, expiresMs: null }));
  expect(await noor.account.groups.findLink(link.token)).toMatchObject({ kind: 'community' });

  const joined = await value(noor.account.groups.joinByLink(link.token, ''));
  expect(joined).toEqual({ id, membership: 'in' });
  await value(noor.account.communities.open(id));
  expect(noor.account.communities.all.get()).toMatchObject([{ id, name: 'Cycling club' }]);
});

test('an invitation to a community tells what it is, and accepting makes nobody a contact', async () => {
  const { server, mira, id } = await setUp();
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const hers = await openGroup(mira.account, id);
  await value(hers.add([noor.account.me.get().userId], { share: 'none' }));
  const told = await until(noor.account.requests, ([first]) =>
    first?.community?.channelCount === 2 ? first : false,
  );
  expect(told).toMatchObject({
    kind: 'community',
    groupName: 'Cycling club',
    from: { handle: '@mira' },
    group: { description: 'On two wheels', memberCount: 2 },
    community: { approval: false },
  });

  await value(noor.account.acceptRequest(id));
  await value(noor.account.communities.open(id));
  expect(noor.account.communities.all.get()).toMatchObject([{ id }]);
  const contacts = await until(noor.account.people.contacts, (all) => all ?? false);
  expect(contacts.filter(({ contact }) => contact)).toEqual([]);
  expect(noor.account.conversations.get()).toEqual([]);
});
