import '../support/sdk-in-node.ts';
import { expect, test, vi } from 'vitest';
import type { Contact } from '../../src/index.ts';
import { accept, open, refusal, start, untilSaid, value } from '../support/talk.ts';
import { until } from '../support/until.ts';
import { idOf, setUpThree } from './three-people.ts';

const contactNamed = (name: string) => (contacts: readonly Contact[] | null) =>
  contacts?.find(({ person }) => person.displayName === name);

test('contacts are the same on all devices, in the order of their names, and kept on them', async () => {
  const { mira, jonas, noor, secondDevice } = await setUpThree();
  const second = await secondDevice();

  await value(mira.account.people.setRelation(idOf(noor.account), { contact: true }));
  await value(mira.account.people.setRelation(idOf(jonas.account), { contact: true }));

  const there = await until(second.people.contacts, (list) => list?.length === 2 && list);
  expect(there.map(({ person }) => person.displayName)).toEqual(['Jonas', 'Noor']);
  await value(second.people.setRelation(idOf(noor.account), { contact: false }));
  await until(mira.account.people.contacts, (list) => list?.length === 1);
  const onlyJonas = [{ userId: idOf(jonas.account), relation: { contact: true } }];
  await vi.waitFor(async () => {
    expect(await mira.platform.store.get('contacts')).toMatchObject(onlyJonas);
  });
});

test('who follows whom is seen by both, and both ways', async () => {
  const { mira, jonas } = await setUpThree();

  await value(mira.account.people.setRelation(idOf(jonas.account), { follows: true }));
  const his = await jonas.account.people.findCard(idOf(mira.account));
  await value(jonas.account.people.setRelation(idOf(mira.account), { follows: true }));
  const hers = await until(jonas.account.people.contacts, contactNamed('Mira'));

  expect(his).toMatchObject({ followsMe: true, follows: false, contact: false });
  expect(hers).toMatchObject({ followsMe: true, follows: true, contact: false });
  expect(await mira.account.people.findCard(idOf(jonas.account))).toMatchObject({
    follows: true,
    followsMe: true,
    mutualGroups: 0,
  });
});

test('a contact link lets somebody write without asking, as often as it says', async () => {
  const { server, mira, jonas, noor } = await setUpThree();
  const wish = { label: 'Concert', usesMax: 1, expiresMs: null };
  const link = await value(mira.account.people.createLink(wish));

  const owner = await jonas.account.people.findLinkOwner(link.token);
  const hers = await value(jonas.account.startConversation([idOf(mira.account)], link.token));
  open(jonas.account, hers).sendText('Here I am.');
  await until(mira.account.conversations, ([first]) => first?.id === hers);
  await untilSaid(open(mira.account, hers), 'Here I am.');

  expect(owner).toMatchObject({ displayName: 'Mira', handle: '@mira' });
  expect(link.address).toBe(`${server.baseUrl}/hi/${link.token}`);
  expect(mira.account.requests.get()).toEqual([]);
  expect(await until(mira.account.people.contacts, contactNamed('Jonas'))).toMatchObject({
    contact: true,
    linkLabel: 'Concert',
  });
  expect(await mira.account.people.listLinks()).toMatchObject([{ uses: 1, usesMax: 1 }]);
  expect(await noor.account.people.findLinkOwner(link.token)).toBeNull();
  const late = await noor.account.startConversation([idOf(mira.account)], link.token);
  expect(late).toMatchObject({ ok: false, problem: { message: /link/u } });
});

test('a link that was revoked is like one that never was', async () => {
  const { mira, jonas } = await setUpThree();
  const wish = { label: 'Card', usesMax: null, expiresMs: null };
  const { token } = await value(mira.account.people.createLink(wish));

  await value(mira.account.people.revokeLink(token));

  expect(await mira.account.people.listLinks()).toEqual([]);
  expect(await jonas.account.people.findLinkOwner(token)).toBeNull();
  expect(await refusal(mira.account.people.revokeLink(token))).toBe('failed');
});

test('rules decide what becomes of what strangers write', async () => {
  const { mira, jonas, noor } = await setUpThree();
  const { people } = mira.account;
  expect(people.rules.get()).toMatchObject({ contact: 'accept', stranger: 'request' });

  await value(people.setRules({ stranger: 'reject' }));
  const refused = await refusal(jonas.account.startConversation([idOf(mira.account)]));
  await value(people.setRules({ stranger: 'accept' }));
  const id = await value(noor.account.startConversation([idOf(mira.account)]));
  await until(mira.account.conversations, (all) => all.find((one) => one.id === id));

  expect(refused).toBe('failed');
  expect(people.rules.get()).toMatchObject({ contact: 'accept', stranger: 'accept' });
  expect(mira.account.requests.get()).toEqual([]);
});

test('somebody hidden is not found, but for whom they gave a link', async () => {
  const { mira, jonas } = await setUpThree();
  const { people } = mira.account;
  const wish = { label: 'Card', usesMax: null, expiresMs: null };
  const { token } = await value(people.createLink(wish));

  await value(people.setDiscoverability('exact'));
  const [byPart, byWhole] = await Promise.all([
    jonas.account.findPeople('mir'),
    jonas.account.findPeople('mira'),
  ]);
  await value(people.setDiscoverability('hidden'));

  expect(byPart).toEqual([]);
  expect(byWhole).toMatchObject([{ handle: '@mira' }]);
  expect(people.discoverability.get()).toBe('hidden');
  expect(await jonas.account.findPeople('mira')).toEqual([]);
  expect(await jonas.account.findPerson('@mira')).toBeNull();
  expect(await jonas.account.people.findCard(idOf(mira.account))).toBeNull();
  expect(await jonas.account.people.findLinkOwner(token)).toMatchObject({ handle: '@mira' });
  await value(jonas.account.startConversation([idOf(mira.account)], token));
});

test('what somebody says of themselves is read by others, and gone when it is taken away', async () => {
  const { mira, jonas } = await setUpThree();
  const { people } = mira.account;
  const details = { bio: 'Cello, bread, trains.', pronouns: 'she/her', timeZone: 'Europe/Berlin' };

  await value(people.setDetails(details));
  const read = await jonas.account.people.findDetails(idOf(mira.account));
  await value(people.setDetails({ ...details, pronouns: ' ', bio: 'Bread.' }));

  expect(read).toEqual(details);
  expect(await jonas.account.people.findDetails(idOf(mira.account))).toEqual({
    bio: 'Bread.',
    pronouns: '',
    timeZone: 'Europe/Berlin',
  });
  const long = { ...details, bio: 'x'.repeat(501) };
  expect(await refusal(people.setDetails(long))).toBe('too_large');
});

test('whom one device blocks is blocked on all, and can ask again when unblocked', async () => {
  const { mira, jonas, noor, secondDevice } = await setUpThree();
  const second = await secondDevice();

  await value(mira.account.people.block(idOf(jonas.account)));
  await until(second.people.blocked, ([first]) => first === idOf(jonas.account));
  await value(second.people.block(idOf(noor.account)));
  await until(mira.account.people.blocked, (blocked) => blocked.length === 2);
  await value(second.people.unblock(idOf(noor.account)));
  await start(jonas.account, mira.account);
  const hers = await start(noor.account, mira.account);
  hers.sendText('Hello?');

  const his = await accept(mira.account);
  await untilSaid(his, 'Hello?');
  expect(mira.account.requests.get()).toEqual([]);
  expect(mira.account.people.blocked.get()).toEqual([idOf(jonas.account)]);
});

test('what cannot be sent is not said to be saved, and what is known stays readable', async () => {
  const { mira, jonas } = await setUpThree();
  const { people } = mira.account;
  const note = { nickname: 'Joni', note: '' };
  await value(people.setNote(idOf(jonas.account), note));
  mira.platform.cut = /./;
  mira.platform.network.online.set(false);

  expect(await refusal(people.setNote(idOf(jonas.account), { ...note, note: 'Cello.' }))).toBe(
    'offline',
  );
  expect(await refusal(people.setRelation(idOf(jonas.account), { contact: true }))).toBe('offline');
  expect(await refusal(people.setRules({ stranger: 'ignore' }))).toBe('offline');

  expect(people.notes.get()?.get(idOf(jonas.account))).toEqual(note);
  expect(people.rules.get()).toMatchObject({ stranger: 'request' });
});
