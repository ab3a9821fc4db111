import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import {
  answer,
  ask,
  join,
  send,
  setAccountData,
  setContact,
  SOTTO,
  startDirect,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import { createRoom, startGuarded, startWithMinor, textsOf } from './testing.ts';

describeEachDatabase('what is left open to a minor', (open) => {
  const setUp = () => startWithMinor(open);

  test('let go again, they are a stranger at once: also in the conversation of the two', async () => {
    const { mira, jonas } = await setUp();
    await setContact(mira, jonas, { contact: true, follows: true });
    const roomId = await ask(jonas, mira);
    await send(jonas, roomId, 'before');
    const before = await textsOf(mira, roomId);

    await setContact(mira, jonas, { contact: false, follows: false });
    const sent = await send(jonas, roomId, 'after');
    const { body } = await mira.call('GET', `${V3}/rooms/${roomId}/event/${sent.body.event_id}`);

    expect(before.synced).toEqual(['before']);
    expect(answer(sent)).toBe('200');
    expect(await textsOf(mira, roomId)).toEqual({ synced: [], paged: [] });
    expect(body.errcode).toBe('M_NOT_FOUND');
  });

  test('nor by bringing a second account into it to make it a group', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, jonas, { contact: true });
    const roomId = await ask(jonas, mira);
    await setContact(mira, jonas, { contact: false });

    await jonas.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: noor.userId });
    await join(noor, roomId);
    await send(jonas, roomId, 'from one');
    await send(noor, roomId, 'from the other');

    expect(await textsOf(mira, roomId)).toEqual({ synced: [], paged: [] });
    const { body } = await mira.call('GET', `${V3}/sync?timeout=0`);
    expect(body.rooms.join[roomId].unread_notifications).toMatchObject({ notification_count: 0 });
  });

  test('of many that are sent while they are let go, none is shown that is sent after the answer', async () => {
    const { mira, jonas } = await setUp();
    await setContact(mira, jonas, { contact: true });
    const roomId = await ask(jonas, mira);

    const racing = [1, 2, 3].map((count) => send(jonas, roomId, `racing ${count}`));
    const letGo = setContact(mira, jonas, { contact: false }).then(() =>
      Promise.all([1, 2, 3].map((count) => send(jonas, roomId, `late ${count}`))),
    );
    await Promise.all([...racing, letGo]);

    expect(await textsOf(mira, roomId)).toEqual({ synced: [], paged: [] });
    expect(answer(await startDirect(jonas, mira))).toBe('200');
  });

  test('in a group with somebody they have let in, everybody is heard', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, noor, { contact: true });
    const roomId = await createRoom(noor, { invite: [mira.userId, jonas.userId] });
    await join(jonas, roomId);

    await send(jonas, roomId, 'hello all');

    expect((await textsOf(mira, roomId)).synced).toEqual(['hello all']);
  });

  test('a stranger the minor writes to becomes a contact by answering', async () => {
    const { mira, jonas } = await setUp();
    const roomId = await ask(mira, jonas);

    await join(jonas, roomId);
    await send(jonas, roomId, 'hello back');

    expect((await textsOf(mira, roomId)).synced).toEqual(['hello back']);
  });

  test('a stranger’s own contact link is no way to a minor; the minor’s own is, once', async () => {
    const { mira, jonas, noor } = await setUp();
    const links = `${SOTTO}/contact_links`;
    const mine = await jonas.call('POST', links, { label: 'x' });
    const made = await mira.call('POST', links, { label: 'For my aunt', uses_max: 500 });
    const { token } = made.body;

    const wrong = await startDirect(jonas, mira, { contact_link: mine.body.token });
    const first = await startDirect(noor, mira, { contact_link: token });
    const second = await startDirect(jonas, mira, { contact_link: token });

    expect(made.body.uses_max).toBe(1);
    expect([wrong, first, second].map(answer)).toEqual([
      '404 M_NOT_FOUND',
      '200',
      '404 M_NOT_FOUND',
    ]);
    expect((await syncRooms(mira)).sections).toEqual({
      join: [first.body.room_id],
      invite: [],
      leave: [],
    });
  });

  test('a link from before they were marked works once too, whoever is quicker', async () => {
    const { server, signUp } = await startGuarded(open, { mode: 'marked' });
    const [mira, jonas, noor] = [await signUp('mira'), await signUp('jonas'), await signUp('noor')];
    const links = `${SOTTO}/contact_links`;
    const { token } = (await mira.call('POST', links, { label: 'Poster', uses_max: 500 })).body;
    await server.server.minors.setAge({ localpart: 'mira', age: 'minor' });

    const used = await Promise.all(
      [jonas, noor].map((by) => startDirect(by, mira, { contact_link: token })),
    );

    expect(used.map(answer).sort()).toEqual(['200', '404 M_NOT_FOUND']);
    expect(answer(await noor.call('GET', `${links}/${token}`))).toBe('404 M_NOT_FOUND');
  });

  test('the people search finds a minor by the whole username only, whatever they set', async () => {
    const { mira, jonas } = await setUp();
    await setAccountData(mira, 'app.sotto.discoverability', { mode: 'listed' });
    await mira.call('PUT', `${V3}/profile/${mira.userId}/displayname`, { displayname: 'Sunny' });
    const find = async (term: string) => {
      const { body } = await jonas.call('POST', `${V3}/user_directory/search`, {
        search_term: term,
      });
      return body.results.map((found: { user_id: string }) => found.user_id);
    };

    const found = [];
    for (const term of ['mir', 'ira', 'Sunny', 'sun', '@mir', 'mira', '@mira:sotto.test']) {
      found.push((await find(term)).length);
    }

    expect(found).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(await find('jon')).toEqual([jonas.userId]);
  });

  test('strangers in a group do not see when a minor is there, whatever they set', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, noor, { contact: true });
    const roomId = await createRoom(noor, { invite: [mira.userId, jonas.userId] });
    await join(jonas, roomId);
    const shown = { audience: 'everyone', people: { [jonas.userId]: true } };
    await setAccountData(mira, 'app.sotto.visibility', { presence: shown, last_seen: shown });
    await mira.call('GET', `${V3}/sync?timeout=0&set_presence=online`);

    const presence = `${V3}/presence/${mira.userId}/status`;
    const [stranger, contact] = [
      await jonas.call('GET', presence),
      await noor.call('GET', presence),
    ];

    expect(contact.body).toMatchObject({ presence: 'online' });
    expect(stranger.body.presence).not.toBe('online');
    expect(stranger.body).not.toHaveProperty('last_active_ago');
  });
});
