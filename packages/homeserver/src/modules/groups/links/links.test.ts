import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  block,
  join,
  membership,
  requestsOf,
  send,
  SOTTO,
  startWith,
  V3,
} from '../../../testing/people.ts';
import { act, add, makeGroup, setRole, setState, stateOf, textsFor } from '../testing.ts';

const GONE = '404 M_NOT_FOUND';
const FORBIDDEN = '403 M_FORBIDDEN';
const DAY_MS = 86_400_000;

describeEachDatabase('links to groups', (open) => {
  const setUp = async (names: readonly string[] = []) => {
    const all = await startWith(open, ['mira', 'jonas', 'nora', 'eve']);
    const { mira, jonas } = all;
    const group = await makeGroup(mira, [jonas]);
    const more = await Promise.all(names.map((name) => all.server.signUp(name)));
    return { ...all, group, more };
  };
  const create = (by: TestDevice, group: string, more: object = {}) =>
    by.call('POST', `${SOTTO}/rooms/${group}/links`, { label: 'Poster', ...more });
  const makeLink = async (by: TestDevice, group: string, more: object = {}): Promise<string> =>
    (await create(by, group, more)).body.token;
  const use = (by: TestDevice, token: string, more: object = {}) =>
    by.call('POST', `${SOTTO}/group_links/${token}/join`, more);
  const look = (by: TestDevice, token: string) => by.call('GET', `${SOTTO}/group_links/${token}`);
  const revoke = async (by: TestDevice, token: string) =>
    answer(await by.call('DELETE', `${SOTTO}/group_links/${token}`));
  const linksOf = async (by: TestDevice, group: string) =>
    (await by.call('GET', `${SOTTO}/rooms/${group}/links`)).body.links;
  const needApproval = (by: TestDevice, group: string) =>
    setState(by, group, 'm.room.join_rules', { join_rule: 'knock' });

  test('a link says what it leads to, and lets somebody in who reads from then on', async () => {
    const { mira, jonas, nora, group } = await setUp();
    await send(mira, group, 'before');
    const token = await makeLink(jonas, group);

    expect((await look(nora, token)).body).toEqual({
      name: 'Choir',
      member_count: 2,
      created_by: jonas.userId,
      approval: false,
    });
    expect((await use(nora, token)).body).toEqual({ room_id: group, membership: 'join' });
    await send(mira, group, 'welcome');

    expect(await textsFor(nora, group)).toEqual(['welcome']);
    expect((await look(nora, token)).body).toMatchObject({ membership: 'join', room_id: group });
    expect(await linksOf(mira, group)).toMatchObject([
      { token, uses: 1, created_by: jonas.userId },
    ]);
    // Nobody asked anybody.
    expect((await requestsOf(nora)).requests).toEqual([]);
  });

  test('joining again, or several times at once, is joining once', async () => {
    const { mira, nora, group } = await setUp();
    const token = await makeLink(mira, group, { uses_max: 1 });

    const replies = await Promise.all([1, 2, 3].map(() => use(nora, token)));

    expect(replies.map(answer)).toEqual(['200', '200', '200']);
    expect(answer(await use(nora, token))).toBe('200');
    expect((await linksOf(mira, group))[0].uses).toBe(1);
  });

  test('the last use at the same moment is one person’s, and the others are not in', async () => {
    const { mira, group, more } = await setUp(['a', 'b', 'c', 'd', 'e']);
    const token = await makeLink(mira, group, { uses_max: 2 });

    const replies = await Promise.all(more.map((one) => use(one, token)));

    expect(replies.map(answer).toSorted()).toEqual(['200', '200', GONE, GONE, GONE]);
    const { body } = await mira.call('GET', `${V3}/rooms/${group}/joined_members`);
    expect(Object.keys(body.joined)).toHaveLength(4);
    expect((await linksOf(mira, group))[0].uses).toBe(2);
  });

  test('revoked, expired, and never made are the same', async () => {
    const { server, mira, nora, group } = await setUp();
    const revoked = await makeLink(mira, group);
    const timed = await makeLink(mira, group, { expires_ts: server.clock.nowMs() + 1_000 });
    expect(await revoke(mira, revoked)).toBe('200');
    server.clock.advanceMs(1_000);

    for (const token of [revoked, timed, 'never-made', 'x'.repeat(255)]) {
      expect(answer(await look(nora, token))).toBe(GONE);
      expect(answer(await use(nora, token))).toBe(GONE);
    }
  });

  test('only who may add people makes links, and only theirs are theirs', async () => {
    const { server, mira, jonas, nora, eve, group } = await setUp();
    const token = await makeLink(mira, group);
    const own = await makeLink(jonas, group);

    expect(answer(await create(eve, group))).toBe(FORBIDDEN);
    expect(answer(await create(mira, '!nowhere'))).toBe(FORBIDDEN);
    expect(answer(await create(mira, group, { label: ' ' }))).toBe('400 M_INVALID_PARAM');
    expect(answer(await create(mira, group, { uses_max: 0 }))).toBe('400 M_BAD_JSON');
    expect(answer(await create(mira, group, { expires_ts: server.clock.nowMs() }))).toBe(
      '400 M_INVALID_PARAM',
    );
    expect(await linksOf(jonas, group)).toMatchObject([{ token: own }]);
    expect(answer(await eve.call('GET', `${SOTTO}/rooms/${group}/links`))).toBe(FORBIDDEN);
    expect(await revoke(jonas, token)).toBe(GONE);
    expect(await revoke(eve, token)).toBe(GONE);
    await mira.call('PUT', `${SOTTO}/rooms/${group}/permissions`, { add: 'moderator' });
    expect(answer(await create(jonas, group))).toBe(FORBIDDEN);
    // What one could do once is no way around what one may do now.
    expect(answer(await use(nora, own))).toBe(GONE);
    expect(answer(await use(nora, token))).toBe('200');
  });

  test('a link ends with its maker’s place in the group, and comes back with it', async () => {
    const { mira, jonas, nora, group } = await setUp();
    const token = await makeLink(jonas, group);
    await act(mira, 'kick', group, jonas);

    expect(answer(await look(nora, token))).toBe(GONE);
    expect(answer(await use(nora, token))).toBe(GONE);
    expect(await revoke(mira, token)).toBe('200');
  });

  test('somebody banned finds no link; somebody removed is let in by a person only', async () => {
    const { mira, nora, eve, group } = await setUp();
    const token = await makeLink(mira, group);
    await use(nora, token);
    await use(eve, token);
    await act(mira, 'ban', group, nora);
    await act(mira, 'kick', group, eve);

    expect(answer(await look(nora, token))).toBe(GONE);
    expect(answer(await use(nora, token))).toBe(GONE);
    expect(answer(await use(eve, token))).toBe(FORBIDDEN);
    expect(await membership(mira, group, eve)).toBe('leave');
    await add(mira, group, [eve]);
    expect(answer(await use(eve, token))).toBe('200');
    expect(await membership(mira, group, eve)).toBe('join');
  });

  test('a block is no matter of the group: both are in it, and neither is told', async () => {
    const { mira, nora, eve, group } = await setUp();
    const token = await makeLink(mira, group);
    await use(nora, token);
    await block(nora, eve);
    await block(mira, eve);

    expect((await use(eve, token)).body).toEqual({ room_id: group, membership: 'join' });
    await send(eve, group, 'anybody?');

    expect(await textsFor(nora, group)).toEqual([]);
    expect(await textsFor(mira, group)).toEqual([]);
    expect(await textsFor(eve, group)).toEqual(['anybody?']);
  });

  test('where somebody has to approve, a link asks', async () => {
    const { mira, jonas, nora, group } = await setUp();
    await needApproval(mira, group);
    const token = await makeLink(mira, group, { uses_max: 1 });

    expect((await look(nora, token)).body).toMatchObject({ approval: true });
    const asked = await use(nora, token, { reason: 'I sing alto' });
    expect(asked.body).toEqual({ room_id: group, membership: 'knock' });
    expect(answer(await use(nora, token))).toBe('200');
    expect((await linksOf(mira, group))[0].uses).toBe(1);
    expect(await stateOf(jonas, group, 'm.room.member', nora.userId)).toMatchObject({
      membership: 'knock',
      reason: 'I sing alto',
      'app.sotto.group_link': true,
    });
    // Asking lets one see nothing.
    expect(await textsFor(nora, group)).toEqual([]);
    expect(answer(await send(nora, group))).toBe(FORBIDDEN);
    expect(answer(await join(nora, group))).toBe(FORBIDDEN);
    expect((await look(nora, token)).body?.room_id).toBeUndefined();

    expect(answer(await add(jonas, group, [nora], { history: { share: 'none' } }))).toBe('200');
    expect(await membership(mira, group, nora)).toBe('join');
  });

  test('who was refused asks again after a day; who withdraws, at once', async () => {
    const { server, mira, nora, eve, group } = await setUp();
    await needApproval(mira, group);
    const knock = async (by: TestDevice) =>
      answer(await by.call('POST', `${V3}/knock/${group}`, { reason: 'please' }));

    expect(await knock(nora)).toBe('200');
    expect(await knock(nora)).toBe('200');
    expect(answer(await act(eve, 'kick', group, nora))).toBe(FORBIDDEN);
    expect(answer(await act(mira, 'kick', group, nora))).toBe('200');
    expect(await knock(nora)).toBe(FORBIDDEN);
    server.clock.advanceMs(DAY_MS - 1);
    expect(await knock(nora)).toBe(FORBIDDEN);
    server.clock.advanceMs(1);
    expect(await knock(nora)).toBe('200');
    expect(answer(await act(nora, 'leave', group))).toBe('200');
    expect(await knock(nora)).toBe('200');
  });

  test('a group that nobody can ask to join and none at all look alike', async () => {
    const { mira, jonas, nora, group } = await setUp();
    const knock = (by: TestDevice, room: string) => by.call('POST', `${V3}/knock/${room}`, {});

    const [closed, none] = [await knock(nora, group), await knock(nora, `!${'A'.repeat(43)}`)];
    expect(closed.status).toBe(403);
    expect(closed.body).toEqual(none.body);
    expect(answer(await knock(nora, '#alias:sotto.test'))).toBe(GONE);
    await needApproval(mira, group);
    expect(answer(await knock(jonas, group))).toBe(FORBIDDEN);
    await act(mira, 'ban', group, nora);
    expect(answer(await knock(nora, group))).toBe(FORBIDDEN);
  });

  test('one person has a bounded number of links to a group', async () => {
    const { mira, jonas, group } = await setUp();
    for (let made = 0; made < 48; made += 1) await create(mira, group);

    const replies = await Promise.all([1, 2, 3, 4].map(() => create(mira, group)));

    expect(replies.map(answer).toSorted()).toEqual(['200', '200', FORBIDDEN, FORBIDDEN]);
    expect(answer(await create(jonas, group))).toBe('200');
  });

  test('links end with the account that made them', async () => {
    const { mira, jonas, nora, group } = await setUp();
    await setRole(mira, group, jonas, 'moderator');
    await makeLink(jonas, group);
    const { body } = await jonas.call('POST', `${V3}/account/deactivate`, {});
    const identifier = { type: 'm.id.user', user: 'jonas' };
    const password = 'correct horse battery staple';
    await jonas.call('POST', `${V3}/account/deactivate`, {
      auth: { type: 'm.login.password', identifier, password, session: body.session },
    });

    expect(await linksOf(mira, group)).toEqual([]);
    expect(await membership(mira, group, nora)).toBe('M_NOT_FOUND');
  });
});
