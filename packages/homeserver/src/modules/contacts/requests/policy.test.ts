import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  ask,
  block,
  join,
  membership,
  requestsOf,
  send,
  setAccountData,
  setContact,
  setRules,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';

const POLICY = 'app.sotto.message_policy';
const REFUSED = '403 M_INVITE_BLOCKED';

async function createRoom(by: TestDevice, body: object): Promise<string> {
  return (await by.call('POST', `${V3}/createRoom`, body)).body.room_id;
}

describeEachDatabase('policies', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor']);

  test('a contact’s first message arrives at once, and the room is listed as direct', async () => {
    const { mira, jonas } = await setUp();
    await setContact(mira, jonas, { contact: true });

    const roomId = await ask(jonas, mira);
    const sent = [];
    for (let index = 0; index < 5; index += 1) sent.push(await send(jonas, roomId));

    expect(new Set(sent.map(answer))).toEqual(new Set(['200']));
    expect((await syncRooms(mira)).sections).toMatchObject({ join: [roomId], invite: [] });
    const direct = await mira.call('GET', `${V3}/user/${mira.userId}/account_data/m.direct`);
    expect(direct.body).toEqual({ [jonas.userId]: [roomId] });
  });

  test('being somebody’s contact is not having them as one', async () => {
    const { mira, jonas } = await setUp();
    await setContact(jonas, mira, { contact: true });

    const roomId = await ask(jonas, mira);

    expect(await membership(jonas, roomId, mira)).toBe('invite');
  });

  test('who follow each other write without asking, who only follows asks', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(jonas, mira, { follows: true });
    await setContact(mira, noor, { follows: true });
    const [oneWay, otherWay] = [await ask(jonas, mira), await ask(noor, mira)];
    await setContact(mira, jonas, { follows: true });
    const mutual = await createRoom(jonas, { invite: [mira.userId] });

    const memberships = await Promise.all([
      membership(jonas, oneWay, mira),
      membership(noor, otherWay, mira),
      membership(jonas, mutual, mira),
    ]);

    expect(memberships).toEqual(['invite', 'invite', 'join']);
  });

  test('people of one’s groups and communities are treated by their own rules', async () => {
    const { mira, jonas, noor } = await setUp();
    await setRules(mira, { mutual_group: 'blur', same_community: 'accept', stranger: 'reject' });
    const together = async (people: TestDevice[], body: object) => {
      const roomId = await createRoom(noor, body);
      for (const one of people) {
        await setRules(one, {
          stranger: 'request',
          mutual_group: 'blur',
          same_community: 'accept',
        });
        await noor.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: one.userId });
        await join(one, roomId);
        await setRules(one, { stranger: 'reject', mutual_group: 'blur', same_community: 'accept' });
      }
    };
    const asStranger = await startDirect(jonas, mira);
    await together([mira, jonas], { creation_content: { type: 'm.space' } });
    const asNeighbour = await createRoom(jonas, { invite: [mira.userId] });
    await together([mira, jonas], { name: 'Choir' });
    await createRoom(jonas, { invite: [mira.userId] });

    expect(answer(asStranger)).toBe('403 M_INVITE_BLOCKED');
    expect(await membership(jonas, asNeighbour, mira)).toBe('join');
    expect((await requestsOf(mira)).requests).toMatchObject([{ treatment: 'blur' }]);
  });

  test('what is refused makes no room and counts for nothing', async () => {
    const { mira, jonas, noor } = await setUp();
    await setRules(mira, { stranger: 'reject' });

    const replies = [
      await startDirect(jonas, mira),
      await jonas.call('POST', `${V3}/createRoom`, { invite: [noor.userId, mira.userId] }),
    ];

    expect(replies.map(answer)).toEqual(['403 M_INVITE_BLOCKED', '403 M_INVITE_BLOCKED']);
    expect((await jonas.call('GET', `${V3}/joined_rooms`)).body.joined_rooms).toEqual([]);
    expect((await syncRooms(mira)).body.rooms).toBeUndefined();
    expect((await syncRooms(noor)).body.rooms).toBeUndefined();
  });

  test('whoever is blocked and would have been refused is refused alike', async () => {
    const { mira, jonas, noor } = await setUp();
    await setRules(mira, { stranger: 'reject' });
    await block(mira, jonas);

    const [blocked, stranger] = [await startDirect(jonas, mira), await startDirect(noor, mira)];

    expect(blocked).toMatchObject({ status: stranger.status, body: stranger.body });
  });

  test('a blocked contact does not arrive at once, nor in a group', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, jonas, { contact: true });
    await block(mira, jonas);

    const direct = await ask(jonas, mira);
    const group = await createRoom(jonas, { invite: [mira.userId, noor.userId] });

    expect(await membership(jonas, direct, mira)).toBe('invite');
    expect(await membership(jonas, group, mira)).toBe('invite');
    expect((await syncRooms(mira)).sections).toMatchObject({ join: [], invite: [] });
  });

  test('a stranger’s group is a request, a contact’s is not', async () => {
    const { mira, jonas, noor } = await setUp();
    await setContact(mira, noor, { contact: true });

    const stranger = await createRoom(jonas, { invite: [mira.userId, noor.userId] });
    const friend = await createRoom(noor, { invite: [mira.userId, jonas.userId] });

    expect((await syncRooms(mira)).sections).toMatchObject({ join: [friend], invite: [stranger] });
  });

  test('an invitation by state, with a name of the sender’s choosing, is joined under one’s own', async () => {
    const { mira, jonas } = await setUp();
    await mira.call('PUT', `${V3}/profile/${mira.userId}/displayname`, { displayname: 'Mira' });
    await setContact(mira, jonas, { contact: true });
    const roomId = await createRoom(jonas, {});

    const path = `${V3}/rooms/${roomId}/state/m.room.member/${mira.userId}`;
    await jonas.call('PUT', path, { membership: 'invite', displayname: 'Mud' });

    expect((await jonas.call('GET', path)).body).toMatchObject({
      membership: 'join',
      displayname: 'Mira',
    });
  });

  test.each([
    ['an unknown treatment', { rules: { stranger: 'maybe' } }],
    ['a list of rules', { rules: [] }],
    ['a people list', { people: ['@a:b'] }],
    ['extra', { rules: {}, admins: [] }],
  ])('%s is refused and changes nothing', async (_says, content) => {
    const { mira, jonas } = await setUp();
    await setRules(mira, { stranger: 'reject' });

    const reply = await setAccountData(mira, POLICY, content);

    expect(answer(reply)).toBe('400 M_BAD_JSON');
    expect(answer(await startDirect(jonas, mira))).toBe('403 M_INVITE_BLOCKED');
  });

  test('of rules that contradict each other the word about a person counts, and a block above all', async () => {
    const { mira, jonas, noor } = await setUp();
    const choir = await createRoom(noor, { invite: [mira.userId, jonas.userId] });
    await Promise.all([join(mira, choir), join(jonas, choir)]);
    const rules = { contact: 'reject', mutual_group: 'accept', stranger: 'reject' } as const;
    await setContact(mira, jonas, { contact: true });
    const reached = async () => answer(await jonas.call('POST', `${V3}/createRoom`, toMira));
    const toMira = { invite: [mira.userId] };
    const answers: string[] = [];

    // What they are to her: a contact, and not only somebody of a group of hers.
    await setRules(mira, rules);
    answers.push(await reached());
    await setRules(mira, rules, { [jonas.userId]: 'accept' });
    answers.push(await reached());
    await setRules(mira, { ...rules, contact: 'accept' }, { [jonas.userId]: 'reject' });
    answers.push(await reached());
    await setRules(mira, rules, { [jonas.userId]: 'accept' });
    await block(mira, jonas);
    const { next } = await syncRooms(mira);
    answers.push(await reached());

    expect(answers).toEqual([REFUSED, '200', REFUSED, '200']);
    expect((await syncRooms(mira, next)).sections).toEqual({ join: [], invite: [], leave: [] });
    expect((await requestsOf(mira)).requests).toEqual([]);
  });

  test('ten thousand rules are refused, and those before stay', async () => {
    const { mira, jonas } = await setUp();
    await setRules(mira, { stranger: 'reject' });
    const people = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`@u${index}:x.y`, 'ignore']),
    );

    const reply = await setAccountData(mira, POLICY, { people });

    expect([400, 413]).toContain(reply.status);
    expect(answer(await startDirect(jonas, mira))).toBe(REFUSED);
  });

  test('another’s policy cannot be written', async () => {
    const { mira, jonas } = await setUp();

    const path = `${V3}/user/${mira.userId}/account_data/${POLICY}`;
    const reply = await jonas.call('PUT', path, { rules: { stranger: 'accept' } });

    expect(answer(reply)).toBe('403 M_FORBIDDEN');
  });

  test.each([
    ['no list', {}],
    ['a list of ids', { ignored_users: ['@jonas:sotto.test'] }],
    ['a text', { ignored_users: 'all' }],
  ])('a block list that is %s is refused, and who was blocked stays it', async (_says, content) => {
    const { mira, jonas } = await setUp();
    await block(mira, jonas);

    const reply = await setAccountData(mira, 'm.ignored_user_list', content);

    expect(answer(reply)).toBe('400 M_BAD_JSON');
    await ask(jonas, mira);
    expect((await syncRooms(mira)).sections['invite']).toEqual([]);
  });

  test('whoever is unblocked may ask again', async () => {
    const { server, mira, jonas } = await setUp();
    await block(mira, jonas);
    await ask(jonas, mira);
    await block(mira);
    server.clock.advanceMs(31 * 86_400_000);

    await createRoom(jonas, { invite: [mira.userId], is_direct: true });

    expect((await requestsOf(mira)).total).toBe(1);
  });
});
