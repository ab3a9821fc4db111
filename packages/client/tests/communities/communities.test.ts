import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
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
  await value(mira.account.communities.remove(id, jonas.account.me.get().userId));
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
