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
  setAccountData,
  setContact,
  setRules,
  SOTTO,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import { act, add, makeGroup, setMember, stateOf, textsFor } from '../testing.ts';

const FORBIDDEN = '403 M_FORBIDDEN';
const INVALID = '400 M_INVALID_PARAM';

describeEachDatabase('members of groups', (open) => {
  /** Mira and Jonas talk; Nora is a contact of Mira's, so that adding her lets her in at once. */
  const setUp = async () => {
    const all = await startWith(open, ['mira', 'jonas', 'nora', 'eve']);
    const { mira, jonas, nora } = all;
    const { body } = await startDirect(mira, jonas);
    const talk: string = body.room_id;
    await join(jonas, talk);
    await setContact(nora, mira, { contact: true });
    return { ...all, talk };
  };
  const directOf = async (by: TestDevice) =>
    (await by.call('GET', `${V3}/user/${by.userId}/account_data/m.direct`)).body;

  test('a conversation of two grows without forking, and the two can start another', async () => {
    const { mira, jonas, nora, talk } = await setUp();
    await send(mira, talk, 'one');
    await send(mira, talk, 'two');

    expect(answer(await add(mira, talk, [nora]))).toBe('200');

    expect(await membership(mira, talk, nora)).toBe('join');
    expect(await textsFor(jonas, talk)).toEqual(['one', 'two']);
    expect(await directOf(mira)).toEqual({ [jonas.userId]: [] });
    expect(await directOf(jonas)).toEqual({ [mira.userId]: [] });
    const { body: next } = await startDirect(jonas, mira);
    expect(next.created).toBe(true);
    expect(next.room_id).not.toBe(talk);
    const { body: again } = await startDirect(mira, jonas);
    expect(again.room_id).toBe(next.room_id);
  });

  test('inviting again whom it was with leaves it their conversation', async () => {
    const { mira, jonas, talk } = await setUp();
    await act(jonas, 'leave', talk);
    await act(mira, 'invite', talk, jonas);

    expect((await startDirect(mira, jonas)).body).toEqual({ room_id: talk, created: false });
  });

  test('people are added together or not at all, and the one who cannot be is named', async () => {
    const { server, mira, jonas, nora, eve, talk } = await setUp();
    const frank = await server.signUp('frank');
    await setRules(eve, { stranger: 'reject' });

    const refused = await add(mira, talk, [nora, eve]);
    expect(answer(refused)).toBe('403 M_INVITE_BLOCKED');
    expect(refused.body.user_id).toBe(eve.userId);
    expect(await membership(mira, talk, nora)).toBe('M_NOT_FOUND');

    const ghost = { ...frank, userId: '@ghost:sotto.test' as typeof frank.userId };
    const unknown = await add(mira, talk, [nora, ghost]);
    expect(answer(unknown)).toBe('404 M_NOT_FOUND');

    // Which of them is not there would tell that the other only hides.
    await setAccountData(frank, 'app.sotto.discoverability', { mode: 'hidden' });
    const hidden = [await add(mira, talk, [frank, ghost]), await add(mira, talk, [ghost, ghost])];
    expect(hidden[0]?.body).toEqual(hidden[1]?.body);
    await setAccountData(frank, 'app.sotto.discoverability', { mode: 'listed' });

    await block(mira, frank);
    const blocked = await add(mira, talk, [nora, frank]);
    expect(answer(blocked)).toBe(FORBIDDEN);
    expect(blocked.body.user_id).toBe(frank.userId);
    expect(await membership(mira, talk, nora)).toBe('M_NOT_FOUND');

    expect(answer(await add(eve, talk, [nora]))).toBe(FORBIDDEN);
    expect(answer(await add(mira, talk, []))).toBe('400 M_BAD_JSON');
    expect(answer(await add(mira, talk, [nora, nora, jonas, mira]))).toBe('200');
    expect(await membership(mira, talk, nora)).toBe('join');
  });

  test('a stranger who adds me to a group asks me first', async () => {
    const { eve, mira, nora } = await setUp();
    const group = await makeGroup(eve, []);

    await add(eve, group, [mira, nora]);

    expect(await membership(eve, group, mira)).toBe('invite');
    expect((await requestsOf(mira)).requests).toMatchObject([{ room_id: group }]);
    expect((await syncRooms(mira)).sections).toMatchObject({ invite: [group] });
  });

  test('a label says what somebody is, and is no role', async () => {
    const { mira, jonas, eve, talk } = await setUp();
    const label = async (by: TestDevice, text: unknown) =>
      answer(await by.call('PUT', `${SOTTO}/rooms/${talk}/label`, { label: text }));

    expect(await label(jonas, '  Treasurer ')).toBe('200');
    expect((await stateOf(mira, talk, 'm.room.member', jonas.userId))['app.sotto.label']).toBe(
      'Treasurer',
    );
    await jonas.call('PUT', `${V3}/profile/${jonas.userId}/displayname`, { displayname: 'Jo' });
    expect(await stateOf(mira, talk, 'm.room.member', jonas.userId)).toMatchObject({
      displayname: 'Jo',
      'app.sotto.label': 'Treasurer',
    });
    expect(await label(jonas, 'x'.repeat(25))).toBe('400 M_BAD_JSON');
    for (const text of ['Owner', ' ADMIN ', '\uff2dember', 'a\u202eb', 'a\nb']) {
      expect(await label(jonas, text)).toBe(INVALID);
    }
    const raw = { membership: 'join', 'app.sotto.label': 'Admin' };
    expect(answer(await setMember(jonas, talk, jonas, raw))).toBe(INVALID);
    expect(await label(eve, 'Spy')).toBe(FORBIDDEN);
    expect(await label(jonas, '')).toBe('200');
    expect(await stateOf(mira, talk, 'm.room.member', jonas.userId)).not.toHaveProperty([
      'app.sotto.label',
    ]);
  });

  test('somebody banned is out for good, with the reason, until they are let in again', async () => {
    const { mira, nora, eve, jonas } = await setUp();
    const group = await makeGroup(mira, [jonas, nora]);

    expect(answer(await act(nora, 'ban', group, jonas))).toBe(FORBIDDEN);
    expect(answer(await act(eve, 'ban', group, nora))).toBe(FORBIDDEN);
    expect(answer(await act(mira, 'unban', group, nora))).toBe(FORBIDDEN);
    expect(answer(await act(mira, 'ban', group, { user_id: nora.userId, reason: 'spam' }))).toBe(
      '200',
    );
    expect(await stateOf(jonas, group, 'm.room.member', nora.userId)).toMatchObject({
      membership: 'ban',
      reason: 'spam',
    });
    expect(answer(await act(mira, 'ban', group, nora))).toBe('200');

    const refused = await add(mira, group, [nora]);
    expect(answer(refused)).toBe(FORBIDDEN);
    expect(refused.body.user_id).toBe(nora.userId);
    expect(answer(await join(nora, group))).toBe(FORBIDDEN);
    expect(answer(await act(jonas, 'unban', group, nora))).toBe(FORBIDDEN);
    expect(answer(await act(mira, 'unban', group, nora))).toBe('200');
    expect(answer(await add(mira, group, [nora]))).toBe('200');
    expect(await membership(mira, group, nora)).toBe('join');
  });

  test('leaving silently is marked for those who show it', async () => {
    const { mira, jonas, nora } = await setUp();
    const group = await makeGroup(mira, [jonas, nora]);

    await act(jonas, 'leave', group, { 'app.sotto.silent': true });
    await act(nora, 'leave', group);

    const marked = await stateOf(mira, group, 'm.room.member', jonas.userId);
    expect(marked).toEqual({ membership: 'leave', 'app.sotto.silent': true });
    expect(await stateOf(mira, group, 'm.room.member', nora.userId)).toEqual({
      membership: 'leave',
    });
  });
});
