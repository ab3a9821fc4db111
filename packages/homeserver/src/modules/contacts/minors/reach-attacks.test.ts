import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import {
  answer,
  ask,
  block,
  join,
  membership,
  requestsOf,
  send,
  setContact,
  setRules,
  SOTTO,
  startDirect,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import {
  BORN_AS_ADULT,
  createRoom,
  NOTHING,
  OPEN_TO_ALL,
  shownTo,
  startGuarded,
  startWithMinor,
} from './testing.ts';

describeEachDatabase('reaching a minor', (open) => {
  const setUp = () => startWithMinor(open);

  test('a stranger’s request is accepted by the server and shown nowhere', async () => {
    const { mira, jonas } = await setUp();

    const roomId = await ask(jonas, mira);
    const sent = await send(jonas, roomId);

    expect(answer(sent)).toBe('200');
    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('to the stranger it is what an unanswered request to an adult is, word for word', async () => {
    const { mira, jonas, noor, signUp } = await setUp();
    await setRules(noor, { stranger: 'request' });
    const kim = await signUp('kim', BORN_AS_ADULT);

    const seen = [];
    for (const other of [mira, noor]) {
      const replies = [await startDirect(kim, other)];
      const roomId = replies[0]?.body.room_id;
      for (let count = 0; count < 4; count += 1) replies.push(await send(kim, roomId));
      replies.push(await startDirect(kim, other));
      replies.push(await kim.call('GET', `${V3}/rooms/${roomId}/members`));
      replies.push(await kim.call('GET', `${SOTTO}/people/${other.userId}`));
      replies.push(await kim.call('GET', `${V3}/profile/${other.userId}`));
      replies.push(await kim.call('GET', `${V3}/presence/${other.userId}/status`));
      const names = new RegExp(`${other.userId}|"(mira|noor)"`, 'g');
      seen.push(
        replies.map(({ status, body }) => [
          status,
          JSON.stringify(body)
            .replaceAll(names, 'X')
            .replaceAll(/[!$][\w-]{20,}|"[\w-]{43}"/g, '#'),
        ]),
      );
    }

    expect(seen[0]).toEqual(seen[1]);
    expect(jonas.userId).not.toBe(kim.userId);
  });

  test('it counts as every request that nobody accepts', async () => {
    const { mira, jonas, noor } = await startWithMinor(open, {}, { firstContactsPerDay: 3 });

    const roomId = await ask(jonas, mira);
    const sent = [];
    for (let count = 0; count < 4; count += 1) sent.push(answer(await send(jonas, roomId)));

    expect(sent).toEqual(['200', '200', '200', '403 APP.SOTTO.AWAITING_ACCEPTANCE']);
    // Of somebody so new, one is all that is left of the day's three.
    expect(answer(await startDirect(jonas, noor))).toBe('429 M_LIMIT_EXCEEDED');
  });

  test.each([
    ['an ordinary room', {}],
    ['one said to be direct', { is_direct: true, preset: 'trusted_private_chat' }],
    ['a public one', { preset: 'public_chat' }],
    ['a community', { creation_content: { type: 'm.space' } }],
  ])('being invited to %s by a stranger becomes nothing', async (_name, more) => {
    const { mira, jonas } = await setUp();

    const roomId = await createRoom(jonas, { invite: [mira.userId], ...more });

    expect(await membership(jonas, roomId, mira)).toBe('invite');
    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('nor does being added to a group later, by name or by state', async () => {
    const { mira, jonas, noor } = await setUp();
    const rooms = [
      await createRoom(jonas, { invite: [noor.userId] }),
      await createRoom(jonas, { invite: [noor.userId] }),
    ];
    for (const roomId of rooms) await join(noor, roomId);

    const [first, second] = rooms;
    await jonas.call('POST', `${V3}/rooms/${first}/invite`, { user_id: mira.userId });
    const state = `${V3}/rooms/${second}/state/m.room.member/${mira.userId}`;
    await jonas.call('PUT', state, { membership: 'invite' });

    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('the minor’s own policy opens nothing: it is a floor', async () => {
    const { mira, jonas } = await setUp();
    await setRules(mira, OPEN_TO_ALL, { [jonas.userId]: 'accept' });

    const roomId = await ask(jonas, mira);

    expect(await membership(jonas, roomId, mira)).toBe('invite');
    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('a policy from before they were marked opens nothing either', async () => {
    const { server, signUp } = await startGuarded(open, { mode: 'marked' });
    const [mira, jonas, noor] = [await signUp('mira'), await signUp('jonas'), await signUp('noor')];
    await setRules(mira, OPEN_TO_ALL);
    await setRules(mira, { stranger: 'request' });
    await ask(noor, mira);
    expect((await requestsOf(mira)).total).toBe(1);

    await server.server.minors.setAge({ localpart: 'mira', age: 'minor' });
    await ask(jonas, mira);

    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('following the minor, or having them as a contact, opens nothing', async () => {
    const { mira, jonas } = await setUp();
    await setContact(jonas, mira, { follows: true, contact: true });

    await ask(jonas, mira);

    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('a second account and another name open nothing', async () => {
    const { mira, jonas, noor, signUp } = await setUp();
    await setContact(mira, noor, { contact: true });
    const again = await signUp('n00r', BORN_AS_ADULT);
    for (const by of [jonas, again]) {
      await by.call('PUT', `${V3}/profile/${by.userId}/displayname`, { displayname: 'Noor' });
    }

    await ask(jonas, mira);
    await ask(again, mira);

    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('a group or a community in common opens nothing', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, noor, { contact: true });
    const invite = [mira.userId, jonas.userId];
    await setRules(mira, OPEN_TO_ALL);
    const group = await createRoom(noor, { invite });
    const community = await createRoom(noor, { invite, creation_content: { type: 'm.space' } });
    for (const roomId of [group, community]) await join(jonas, roomId);
    expect(await membership(noor, group, mira)).toBe('join');

    const roomId = await ask(jonas, mira);

    expect(await membership(jonas, roomId, mira)).toBe('invite');
    expect(await shownTo(mira)).toMatchObject({ requests: 0, invite: [] });
  });

  test('a business is a stranger to a minor', async () => {
    const { server, mira, jonas } = await setUp();
    await server.server.accounts.setBusiness('jonas', true);
    await setRules(mira, OPEN_TO_ALL);

    await ask(jonas, mira);

    expect(await shownTo(mira)).toEqual(NOTHING);
  });

  test('whom they follow or have as a contact reaches them as anybody', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, jonas, { follows: true });
    await setContact(mira, noor, { contact: true });

    const asked = await ask(jonas, mira);
    const known = await ask(noor, mira);

    expect((await requestsOf(mira)).requests).toMatchObject([{ sender: jonas.userId }]);
    expect((await syncRooms(mira)).sections).toMatchObject({ invite: [asked], join: [known] });
  });

  test('following somebody who has asked before shows what they asked, once', async () => {
    const { mira, jonas } = await setUp();
    const roomId = await ask(jonas, mira);
    await send(jonas, roomId, 'It is your aunt');
    const { next } = await syncRooms(mira);

    await setContact(mira, jonas, { follows: true });

    expect((await syncRooms(mira, next)).sections).toMatchObject({ invite: [roomId] });
    expect((await requestsOf(mira)).requests).toMatchObject([
      {
        room_id: roomId,
        treatment: 'request',
        messages: [{ content: { body: 'It is your aunt' } }],
      },
    ]);
  });

  test('but not of somebody blocked, and not against their own word', async () => {
    const { mira, jonas, noor } = await setUp();
    await ask(jonas, mira);
    await ask(noor, mira);
    await block(mira, jonas);
    await setRules(mira, {}, { [noor.userId]: 'ignore' });

    await setContact(mira, jonas, { follows: true });
    await setContact(mira, noor, { follows: true });

    expect(await shownTo(mira)).toEqual(NOTHING);
  });
});
