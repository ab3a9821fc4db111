import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  ask,
  join,
  setAccountData,
  setContact,
  SOTTO,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';

async function contactsOf(by: TestDevice) {
  return (await by.call('GET', `${SOTTO}/contacts`)).body.contacts;
}

const cardOf = (by: TestDevice, other: string) => by.call('GET', `${SOTTO}/people/${other}`);

describeEachDatabase('contacts', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor']);

  test('are added, followed and taken off, each by itself', async () => {
    const { mira, jonas } = await setUp();
    const user_id = jonas.userId;

    await setContact(mira, jonas, { contact: true });
    const added = await contactsOf(mira);
    await setContact(mira, jonas, { follows: true });
    const followed = await contactsOf(mira);
    await setContact(mira, jonas, { contact: false });
    const onlyFollowed = await contactsOf(mira);
    await setContact(mira, jonas, { follows: false });

    const one = { user_id, follows_you: false };
    expect(added).toEqual([{ ...one, contact: true, follows: false }]);
    expect(followed).toEqual([{ ...one, contact: true, follows: true }]);
    expect(onlyFollowed).toEqual([{ ...one, contact: false, follows: true }]);
    expect(await contactsOf(mira)).toEqual([]);
  });

  test('of one person are nobody else’s to know; following is', async () => {
    const { mira, jonas } = await setUp();
    await setContact(jonas, mira, { contact: true });
    const contact = (await cardOf(mira, jonas.userId)).body;
    await setContact(jonas, mira, { follows: true });

    expect(contact).toMatchObject({ contact: false, follows: false, follows_you: false });
    expect((await cardOf(mira, jonas.userId)).body).toMatchObject({ follows_you: true });
    expect(await contactsOf(mira)).toEqual([]);
  });

  test('that change are told to the owner’s devices, and to nobody else', async () => {
    const { server, mira, jonas } = await setUp();
    const phone = await server.signIn('mira');
    const [onPhone, forJonas] = [await syncRooms(phone), await syncRooms(jonas)];

    await setContact(mira, jonas, { contact: true, follows: true });

    const news = (await syncRooms(phone, onPhone.next)).body.account_data.events;
    expect(news).toMatchObject([{ type: 'app.sotto.contacts' }]);
    expect((await syncRooms(jonas, forJonas.next)).body.account_data).toBeUndefined();
  });

  test('cannot be written as account data', async () => {
    const { mira } = await setUp();

    const reply = await setAccountData(mira, 'app.sotto.contacts', { changed_ts: 0 });

    expect(answer(reply)).toBe('405 M_BAD_JSON');
  });

  test.each([
    ['oneself', '@mira:sotto.test', { contact: true }, '400 M_INVALID_PARAM'],
    ['nobody', '@nobody:sotto.test', { contact: true }, '404 M_NOT_FOUND'],
    ['what is no user id', 'jonas', { contact: true }, '404 M_NOT_FOUND'],
    ['a text for a yes', '@jonas:sotto.test', { contact: 'yes' }, '400 M_BAD_JSON'],
  ])('cannot be %s', async (_says, userId, change, refused) => {
    const { mira } = await setUp();

    const reply = await mira.call('PUT', `${SOTTO}/contacts/${userId}`, change);

    expect(answer(reply)).toBe(refused);
    expect(await contactsOf(mira)).toEqual([]);
  });

  test('take nothing with them when an account ends', async () => {
    const { mira, jonas } = await setUp();
    await setContact(mira, jonas, { contact: true });
    await setContact(jonas, mira, { follows: true });
    const auth = {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: 'jonas' },
      password: 'correct horse battery staple',
    };

    await jonas.call('POST', `${V3}/account/deactivate`, { auth });

    expect(await contactsOf(mira)).toEqual([]);
    expect(answer(await cardOf(mira, jonas.userId))).toBe('404 M_NOT_FOUND');
  });

  describe('the card of a person', () => {
    test('tells no stranger which of their contacts know them', async () => {
      const { mira, jonas, noor } = await setUp();
      await setContact(mira, noor, { contact: true });
      await setContact(noor, jonas, { contact: true });

      const before = (await cardOf(mira, jonas.userId)).body.mutual_contacts;
      await setContact(jonas, mira, { contact: true });

      expect([before, (await cardOf(mira, jonas.userId)).body.mutual_contacts]).toEqual([0, 1]);
    });

    test('dates what took the place of something else, and only that', async () => {
      const { server, mira, jonas } = await setUp();
      const profile = `${V3}/profile/${jonas.userId}`;
      const put = (name: string, value: string) =>
        jonas.call('PUT', `${profile}/${name}`, { [name]: value });
      await put('displayname', 'Jonas');
      await put('avatar_url', 'mxc://sotto.test/one');
      const first = (await cardOf(mira, jonas.userId)).body;

      server.clock.advanceMs(5_000);
      await put('avatar_url', 'mxc://sotto.test/two');
      await put('displayname', 'Jonas');
      const second = (await cardOf(mira, jonas.userId)).body;

      expect(first).not.toHaveProperty('name_changed_ts');
      expect(first).not.toHaveProperty('photo_changed_ts');
      expect(second).not.toHaveProperty('name_changed_ts');
      expect(second.photo_changed_ts).toBe(server.clock.nowMs());
      expect(second).not.toHaveProperty('keys_changed_ts');
    });

    test('needs a token', async () => {
      const { server, mira } = await setUp();

      const reply = await server.call('GET', `${SOTTO}/people/${mira.userId}`);

      expect(answer(reply)).toBe('401 M_MISSING_TOKEN');
    });
  });

  describe('somebody', () => {
    const find = async (by: TestDevice, term: string) => {
      const path = `${V3}/user_directory/search`;
      const { body } = await by.call('POST', path, { search_term: term });
      return body.results.map((found: { user_id: string }) => found.user_id);
    };
    const discover = (by: TestDevice, mode: unknown) =>
      setAccountData(by, 'app.sotto.discoverability', { mode });

    test('found by the exact name only is found by nothing less', async () => {
      const { mira, jonas } = await setUp();
      await mira.call('PUT', `${V3}/profile/${mira.userId}/displayname`, { displayname: 'Elodie' });

      await discover(mira, 'exact');
      await mira.call('PUT', `${V3}/profile/${mira.userId}/displayname`, { displayname: 'Élodie' });

      const terms = ['mir', 'mira', '@mira:sotto.test', 'MIRA', 'elodie', 'élodie', 'm'];
      const found = await Promise.all(terms.map((term) => find(jonas, term)));
      const yes = [mira.userId];
      expect(found).toEqual([[], yes, yes, yes, [], [], []]);
      await discover(mira, 'listed');
      expect(await find(jonas, 'mir')).toEqual(yes);
    });

    test('hidden is nobody to strangers, however they ask', async () => {
      const { server, mira, jonas } = await setUp();
      await discover(mira, 'hidden');

      const nobody = '@nobody:sotto.test';
      const asked = (userId: string) => [
        jonas.call('GET', `${V3}/profile/${userId}`),
        jonas.call('GET', `${V3}/profile/${userId}/displayname`),
        server.call('GET', `${V3}/profile/${userId}`),
        cardOf(jonas, userId),
        jonas.call('PUT', `${SOTTO}/contacts/${userId}`, { contact: true }),
        jonas.call('POST', `${SOTTO}/dm`, { user_ids: [userId] }),
        jonas.call('POST', `${V3}/createRoom`, { invite: [userId] }),
      ];
      const [hidden, unknown] = await Promise.all([
        Promise.all(asked(mira.userId)),
        Promise.all(asked(nobody)),
      ]);

      expect(await find(jonas, 'mira')).toEqual([]);
      expect(hidden.map(({ status, body }) => [status, body])).toEqual(
        unknown.map(({ status, body }) => [status, body]),
      );
      expect(hidden.map(answer)).toEqual(Array(7).fill('404 M_NOT_FOUND'));
    });

    test('hidden is there for those they write to, and for themselves', async () => {
      const { mira, jonas, noor } = await setUp();
      await discover(mira, 'hidden');

      const roomId = await ask(mira, jonas);
      const asked = await jonas.call('GET', `${V3}/profile/${mira.userId}`);
      await join(jonas, roomId);

      const replies = [
        asked,
        await cardOf(jonas, mira.userId),
        await startDirect(jonas, mira),
        await mira.call('GET', `${V3}/profile/${mira.userId}`),
        await noor.call('GET', `${V3}/profile/${mira.userId}`),
      ];
      expect(replies.map(answer)).toEqual(['200', '200', '200', '200', '404 M_NOT_FOUND']);
    });

    test.each([[undefined], ['secret'], [null], [{ mode: 'hidden' }]])(
      'cannot be discoverable as %j',
      async (mode) => {
        const { mira, jonas } = await setUp();

        const reply = await discover(mira, mode);

        expect(answer(reply)).toBe('400 M_BAD_JSON');
        expect(await find(jonas, 'mira')).toEqual([mira.userId]);
      },
    );
  });
});
