import '../support/sdk-in-node.ts';
import { expect, test } from 'vitest';
import { idOf } from '../people/three-people.ts';
import { asOtherClient } from '../support/other-client.ts';
import { accept, noticesIn, open, saidIn, untilSaid, value } from '../support/talk.ts';
import { until } from '../support/until.ts';
import { groupOf, setUpGroup } from './group-of-three.ts';

test('a conversation that grows is a group on every device, and the two can have a new one', async () => {
  const { mira, jonas, hers, his, secondDevice } = await setUpGroup();

  const kinds = await Promise.all(
    [hers, his].map(({ summary }) => until(summary, ({ kind }) => kind === 'group' && kind)),
  );
  const second = await secondDevice();
  const { id } = hers.summary.get();
  const there = await until(second.conversations, (all) => all.find((one) => one.id === id));
  const anew = await value(mira.account.startConversation([idOf(jonas.account)]));

  expect([...kinds, there.kind]).toEqual(['group', 'group', 'group']);
  expect(anew).not.toBe(id);
  const shown = open(mira.account, anew).summary.get();
  expect(shown).toMatchObject({ kind: 'direct', title: 'Jonas' });
});

test('whoever is removed is not given the keys of what is said afterwards', async () => {
  const { server, mira, noor, hers, his, group } = await setUpGroup();
  const { id } = hers.summary.get();
  await until(group.state, ({ members }) => members?.length === 3);

  await value(group.ban(idOf(noor.account), 'Sold my beans'));
  await until(noor.account.conversations, (all) => all.length === 0);
  hers.sendText('Just us.');
  await untilSaid(his, 'Just us.');

  const path = `/v3/rooms/${encodeURIComponent(id)}/messages?dir=b&limit=5`;
  const page = (await asOtherClient(server, mira)('GET', path)) as {
    chunk: { type: string; content: { session_id?: string } }[];
  };
  const messages = page.chunk.filter(({ type }) => type === 'm.room.encrypted');
  const [after, before] = messages.map(({ content }) => content.session_id);
  expect(after).toBeTruthy();
  expect(after).not.toBe(before);
  const given = mira.platform.requests.filter(({ path: to }) => to.includes('/sendToDevice/'));
  expect(given.at(-1)?.body).not.toContain(idOf(noor.account));
  expect(await until(group.state, ({ banned }) => banned[0])).toMatchObject({
    person: { displayName: 'Noor' },
    reason: 'Sold my beans',
  });
  await until(his.timeline, () =>
    noticesIn(his).includes('Mira removed Noor for good: “Sold my beans”'),
  );
});

test('a group shows who is there, to whom they show it, and not to others', async () => {
  const { server, jonas, noor, his, theirs, group } = await setUpGroup();
  const theirGroup = await groupOf(noor.account, theirs);
  const seenBy = (from: typeof group, name: string) =>
    until(
      from.state,
      ({ members }) => members?.find(({ person }) => person.displayName === name)?.presence,
    );
  const path = `/v3/user/${idOf(jonas.account)}/account_data/app.sotto.visibility`;
  await asOtherClient(server, jonas)('PUT', path, {
    presence: { people: { [idOf(noor.account)]: false } },
  });

  const forMira = await seenBy(group, 'Jonas');
  const forNoor = await until(theirGroup.state, ({ members }) => {
    const one = members?.find(({ person }) => person.displayName === 'Jonas');
    return one && one.presence?.online !== true && one;
  });
  const ofMyself = group.state.get().members?.find(({ role, person }) => {
    return role === 'owner' && person.displayName === 'Mira';
  });

  expect(forMira.online).toBe(true);
  expect(forNoor.presence?.online ?? false).toBe(false);
  expect(ofMyself?.presence).toBeNull();
  expect(his.summary.get().kind).toBe('group');
  theirGroup.close();
});

test('a role is given, seen by everybody, and lets one do more', async () => {
  const { noor, theirs, his, group } = await setUpGroup();
  const theirGroup = await groupOf(noor.account, theirs);
  const before = await until(theirGroup.state, (state) => state.members && state);

  await value(group.setRole(idOf(noor.account), 'moderator'));

  const after = await until(theirGroup.state, (state) => state.myRole === 'moderator' && state);
  expect(before.can).toMatchObject({ change: false, setSlowMode: false });
  expect(after.can).toMatchObject({ change: true, setSlowMode: true, setPermissions: false });
  expect(after.members?.map(({ canBan }) => canBan)).toEqual([false, false, false]);
  await until(his.timeline, () => noticesIn(his).includes('Mira made Noor a moderator.'));
  theirGroup.close();
});

test('in slow mode a member is told when they may write, and what they wrote too soon leaves then', async () => {
  const { hers, theirs, group } = await setUpGroup();
  await value(group.setSlowMode(3));
  await until(theirs.timeline, () =>
    noticesIn(theirs).includes('Mira turned slow mode on: a message every 3 seconds.'),
  );

  theirs.sendText('First.');
  const first = await untilSaid(hers, 'First.');
  await until(theirs.summary, ({ writeAgainMs }) => writeAgainMs);
  theirs.sendText('Second.');
  const second = await untilSaid(hers, 'Second.');

  expect(saidIn(hers)).toEqual(['Hello, all.', 'First.', 'Second.']);
  expect(second.sentAtMs - first.sentAtMs).toBeGreaterThanOrEqual(3_000);
  expect(hers.summary.get().writeAgainMs).toBeNull();
});

test('the only owner is told who comes after them, and leaves without a word to others', async () => {
  const { mira, noor } = await setUpGroup();
  const created = await value(
    mira.account.groups.create({
      name: 'Garden',
      photo: null,
      userIds: [idOf(noor.account)],
    }),
  );
  const garden = await accept(noor.account);
  const group = await mira.account.groups.open(created);
  if (!group) throw new Error('there is no such group');

  const { heir } = await until(group.state, (state) => state.heir && state);
  await value(group.leave({ silent: true }));
  const noorsGroup = await groupOf(noor.account, garden);
  const role = await until(noorsGroup.state, ({ myRole }) => myRole === 'owner' && myRole);

  expect(heir?.displayName).toBe('Noor');
  expect(role).toBe('owner');
  expect(garden.summary.get()).toMatchObject({ kind: 'group', title: 'Garden' });
  noorsGroup.close();
});

test('a link leads a stranger in with approval, and nowhere once it is revoked', async () => {
  const { jonas, noor, mira } = await setUpGroup();
  const created = await value(
    jonas.account.groups.create({ name: 'Bread', photo: null, userIds: [idOf(noor.account)] }),
  );
  const group = await jonas.account.groups.open(created);
  if (!group) throw new Error('there is no such group');
  await value(group.setApproval(true));
  const link = await value(group.createLink({ label: 'Oven', usesMax: null, expiresMs: null }));
  expect(link.address).toMatch(/\/join\/.+/);

  const seen = await mira.account.groups.findLink(link.token);
  const asked = await value(mira.account.groups.joinByLink(link.token, 'I bake'));
  const asking = await until(group.state, ({ members }) =>
    members?.find(({ membership }) => membership === 'asking'),
  );
  await value(group.letIn(idOf(mira.account)));
  await until(mira.account.conversations, (all) => all.some(({ id }) => id === created));
  await value(group.revokeLink(link.token));

  expect(seen).toMatchObject({ name: 'Bread', approval: true, membership: 'none', id: null });
  expect(seen?.createdBy.displayName).toBe('Jonas');
  expect(asked).toEqual({ id: created, membership: 'asking' });
  expect(asking).toMatchObject({ person: { displayName: 'Mira' }, reason: 'I bake' });
  expect(await group.listLinks()).toEqual([]);
  expect(await mira.account.groups.findLink(link.token)).toBeNull();
  group.close();
});
