import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { answer, membership, send, SOTTO, startWith } from '../../../testing/people.ts';
import { act, makeGroup, roleLevel, setMember, setRole, setState, stateOf } from '../testing.ts';

const FORBIDDEN = '403 M_FORBIDDEN';

describeEachDatabase('roles', (open) => {
  const setUp = async () => {
    const all = await startWith(open, ['olga', 'anna', 'ben', 'carl', 'eve']);
    const { olga, anna, ben, carl } = all;
    const group = await makeGroup(olga, [anna, ben, carl]);
    return { ...all, group };
  };
  const permit = async (by: Parameters<typeof setRole>[0], group: string, wish: object) =>
    answer(await by.call('PUT', `${SOTTO}/rooms/${group}/permissions`, wish));

  test('a role is one level, and changes nothing else', async () => {
    const { olga, anna, ben, group } = await setUp();
    await setState(olga, group, 'm.room.power_levels', {
      ...(await stateOf(olga, group, 'm.room.power_levels')),
      kick: 60,
    });

    expect(await setRole(olga, group, anna, 'admin')).toBe('200');
    expect(await setRole(olga, group, ben, 'moderator')).toBe('200');

    const levels = await stateOf(ben, group, 'm.room.power_levels');
    expect(levels.users).toEqual({ [anna.userId]: 100, [ben.userId]: 50 });
    expect(levels.kick).toBe(60);
  });

  test('two who change different people at the same moment both succeed', async () => {
    const { olga, anna, ben, carl, group } = await setUp();
    await setRole(olga, group, anna, 'admin');

    const said = await Promise.all([
      setRole(olga, group, ben, 'moderator'),
      setRole(anna, group, carl, 'moderator'),
    ]);

    expect(said).toEqual(['200', '200']);
    expect(await roleLevel(olga, group, ben)).toBe(50);
    expect(await roleLevel(olga, group, carl)).toBe(50);
  });

  test('nobody gives what they have not, or takes from their equals', async () => {
    const { olga, anna, ben, carl, eve, group } = await setUp();
    await setRole(olga, group, anna, 'admin');
    await setRole(olga, group, ben, 'admin');

    expect(await setRole(carl, group, carl, 'moderator')).toBe(FORBIDDEN);
    expect(await setRole(carl, group, anna, 'member')).toBe(FORBIDDEN);
    expect(await setRole(anna, group, carl, 'owner')).toBe(FORBIDDEN);
    expect(await setRole(anna, group, ben, 'member')).toBe(FORBIDDEN);
    expect(await setRole(eve, group, anna, 'member')).toBe(FORBIDDEN);
    expect(await setRole(olga, group, eve, 'admin')).toBe('404 M_NOT_FOUND');
    expect(await setRole(anna, group, olga, 'member')).toBe('400 M_INVALID_PARAM');
    expect(await setRole(olga, '!nowhere', anna, 'member')).toBe(FORBIDDEN);
    expect(await setRole(olga, group, anna, 'king')).toBe('400 M_BAD_JSON');
  });

  test('two admins who remove each other at the same moment both stay', async () => {
    const { olga, anna, ben, group } = await setUp();
    await setRole(olga, group, anna, 'admin');
    await setRole(olga, group, ben, 'admin');

    const replies = await Promise.all([
      act(anna, 'kick', group, ben),
      act(ben, 'kick', group, anna),
      act(anna, 'ban', group, ben),
      act(ben, 'ban', group, anna),
    ]);

    expect(replies.map(answer)).toEqual([FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN]);
    expect(await membership(olga, group, anna)).toBe('join');
    expect(await membership(olga, group, ben)).toBe('join');
  });

  test('a role ends with being removed or banned, and stays with who leaves themselves', async () => {
    const { olga, anna, ben, carl, group } = await setUp();
    for (const one of [anna, ben, carl]) await setRole(olga, group, one, 'moderator');

    expect(answer(await act(olga, 'kick', group, anna))).toBe('200');
    expect(answer(await act(olga, 'ban', group, ben))).toBe('200');
    expect(answer(await act(carl, 'leave', group))).toBe('200');

    expect((await stateOf(olga, group, 'm.room.power_levels')).users).toEqual({
      [carl.userId]: 50,
    });
    await setMember(olga, group, anna, { membership: 'invite' });
    await setMember(anna, group, anna, { membership: 'join' });
    expect(await setRole(anna, group, carl, 'member')).toBe(FORBIDDEN);
    expect(answer(await act(anna, 'kick', group, carl))).toBe(FORBIDDEN);
  });

  test('permissions say who may add, send, pin and change', async () => {
    const { olga, anna, ben, eve, group } = await setUp();
    await setRole(olga, group, anna, 'moderator');

    expect(await permit(ben, group, { send: 'member' })).toBe(FORBIDDEN);
    expect(await permit(eve, group, { send: 'member' })).toBe(FORBIDDEN);
    expect(await permit(olga, group, { dance: 'member' })).toBe('400 M_BAD_JSON');
    expect(
      await permit(olga, group, { add: 'moderator', send: 'moderator', change: 'admin' }),
    ).toBe('200');

    expect(answer(await act(ben, 'invite', group, eve))).toBe(FORBIDDEN);
    expect(answer(await send(ben, group))).toBe(FORBIDDEN);
    expect(answer(await send(anna, group))).toBe('200');
    expect(answer(await setState(anna, group, 'm.room.name', { name: 'Band' }))).toBe(FORBIDDEN);
    expect(answer(await setState(anna, group, 'm.room.pinned_events', { pinned: [] }))).toBe('200');
    expect(await permit(olga, group, { pin: 'owner' })).toBe('200');
    expect(answer(await setState(anna, group, 'm.room.pinned_events', { pinned: ['$a'] }))).toBe(
      FORBIDDEN,
    );
  });

  test('where only staff writes, members react and take back what they wrote', async () => {
    const { olga, ben, group } = await setUp();
    const { body: said } = await send(ben, group);
    await permit(olga, group, { send: 'moderator' });

    const relation = { 'm.relates_to': { rel_type: 'm.annotation', event_id: said.event_id } };
    const path = `/_matrix/client/v3/rooms/${group}`;
    const reaction = await ben.call('PUT', `${path}/send/m.reaction/r1`, relation);
    const redaction = await ben.call('PUT', `${path}/redact/${said.event_id}/r2`, {});

    expect([reaction, redaction].map(answer)).toEqual(['200', '200']);
  });

  test('when the last owner leaves, the highest role follows, the longest there among equals', async () => {
    const { olga, anna, ben, carl, group } = await setUp();
    await setRole(olga, group, ben, 'moderator');
    await setRole(olga, group, carl, 'moderator');

    await act(olga, 'leave', group);

    expect(await roleLevel(anna, group, ben)).toBe(150);
    expect(await roleLevel(anna, group, carl)).toBe(50);
    expect(await membership(anna, group, olga)).toBe('leave');
    // And the next, who is no creator.
    await act(ben, 'leave', group);
    expect(await roleLevel(anna, group, carl)).toBe(150);
    await act(carl, 'leave', group);
    expect(await roleLevel(anna, group, anna)).toBe(150);
    expect(answer(await act(anna, 'leave', group))).toBe('200');
  });

  test('however the last owner leaves: by state, or with their account', async () => {
    const { olga, anna, group } = await setUp();
    await setMember(olga, group, olga, { membership: 'leave' });
    expect(await roleLevel(anna, group, anna)).toBe(150);

    const password = { type: 'm.login.password', password: 'correct horse battery staple' };
    const auth = { ...password, identifier: { type: 'm.id.user', user: 'anna' } };
    const { body } = await anna.call('POST', '/_matrix/client/v3/account/deactivate', {});
    await anna.call('POST', '/_matrix/client/v3/account/deactivate', {
      auth: { ...auth, session: body.session },
    });

    const levels = await stateOf(olga, group, 'm.room.power_levels');
    // Who has left sees the group as they left it.
    expect(levels.users).toEqual({ [anna.userId]: 150 });
  });

  test('owners who leave at the same moment leave one behind', async () => {
    const { olga, anna, ben, carl, group } = await setUp();
    await setRole(olga, group, anna, 'owner');

    await Promise.all([act(olga, 'leave', group), act(anna, 'leave', group)]);

    const levels = [await roleLevel(carl, group, ben), await roleLevel(carl, group, carl)];
    expect(new Set(levels)).toEqual(new Set([0, 150]));
  });

  test('an owner who leaves another behind makes nobody one', async () => {
    const { olga, anna, ben, group } = await setUp();
    await setRole(olga, group, anna, 'owner');
    const levelsEvent = async () => {
      const { body } = await anna.call('GET', `/_matrix/client/v3/rooms/${group}/state`);
      const isLevels = ({ type }: { type: string }) => type === 'm.room.power_levels';
      return body.find(isLevels).event_id;
    };
    const before = await levelsEvent();

    expect(answer(await act(olga, 'leave', group))).toBe('200');

    // Not even the same said again: everybody would read that roles were changed.
    expect(await levelsEvent()).toBe(before);
    expect(await roleLevel(anna, group, ben)).toBe(0);
  });

  test('an owner cannot step down while there is no other', async () => {
    const { olga, anna, ben, group } = await setUp();
    await act(olga, 'leave', group);
    expect(await roleLevel(anna, group, anna)).toBe(150);

    const NEEDED = '403 APP.SOTTO.OWNER_NEEDED';
    expect(await setRole(anna, group, anna, 'member')).toBe(NEEDED);
    const levels = await stateOf(anna, group, 'm.room.power_levels');
    expect(
      answer(await setState(anna, group, 'm.room.power_levels', { ...levels, users: {} })),
    ).toBe(NEEDED);
    expect(await setRole(anna, group, ben, 'owner')).toBe('200');
    expect(await setRole(anna, group, anna, 'member')).toBe('200');
  });
});
