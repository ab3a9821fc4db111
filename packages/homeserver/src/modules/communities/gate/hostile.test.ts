import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  join,
  membership,
  requestsOf,
  send,
  SOTTO,
  startWith,
  V3,
} from '../../../testing/people.ts';
import {
  bring,
  invite,
  kick,
  leave,
  levels,
  makeCommunity,
  setLevel,
  setMembership,
  type MadeCommunity,
} from '../testing.ts';

async function give(by: TestDevice, roomId: string, whom: TestDevice, role: string) {
  const path = `${SOTTO}/rooms/${roomId}/roles/${whom.userId}`;
  return answer(await by.call('PUT', path, { role }));
}

async function makeLink(by: TestDevice, roomId: string, more: object = {}): Promise<string> {
  const path = `${SOTTO}/rooms/${roomId}/links`;
  const { body } = await by.call('POST', path, { label: 'Poster', ...more });
  return `${SOTTO}/group_links/${body.token}`;
}

describeEachDatabase('staff of a community', (open) => {
  /** Noor is an admin, Tom moderates, Eve is a member. */
  async function startStaffed() {
    const people = await startWith(open, ['mira', 'noor', 'tom', 'eve', 'zoe']);
    const { mira, noor, tom, eve } = people;
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor, tom, eve);
    await give(mira, made.roomId, noor, 'admin');
    await give(mira, made.roomId, tom, 'moderator');
    return { ...people, ...made };
  }

  test('cannot raise themselves, nor anybody to what they are, by any way', async () => {
    const { mira, noor, tom, eve, roomId, news } = await startStaffed();
    const before = (await levels(mira, news)).users;

    for (const role of ['moderator', 'admin', 'owner']) {
      expect(await give(tom, roomId, eve, role)).toBe('403 M_FORBIDDEN');
      expect(await give(eve, roomId, eve, role)).toBe('403 M_FORBIDDEN');
      expect(await give(tom, news, tom, role)).toMatch(/^(?:200|403 M_FORBIDDEN)$/);
    }
    for (const role of ['admin', 'owner'])
      expect(await give(tom, roomId, tom, role)).toBe('403 M_FORBIDDEN');
    expect(await give(noor, roomId, noor, 'owner')).toBe('403 M_FORBIDDEN');
    expect(await give(noor, roomId, eve, 'owner')).toBe('403 M_FORBIDDEN');
    expect(answer(await setLevel(tom, roomId, tom, 100))).toBe('403 M_FORBIDDEN');
    expect(answer(await setLevel(noor, roomId, noor, 150))).toBe('403 M_FORBIDDEN');

    expect((await levels(mira, news)).users).toEqual(before);
  });

  test('cannot lower or remove their like, nor who made it', async () => {
    const { mira, noor, tom, eve, zoe, roomId, news } = await startStaffed();
    await bring(mira, roomId, zoe);
    await give(mira, roomId, zoe, 'admin');

    expect(await give(noor, roomId, zoe, 'member')).toBe('403 M_FORBIDDEN');
    expect(await give(noor, roomId, mira, 'member')).toBe('400 M_INVALID_PARAM');
    expect(answer(await kick(noor, roomId, zoe))).toBe('403 M_FORBIDDEN');
    expect(answer(await setMembership(tom, roomId, noor, 'ban'))).toBe('403 M_FORBIDDEN');
    expect(answer(await kick(eve, roomId, tom))).toBe('403 M_FORBIDDEN');
    expect(await membership(mira, news, zoe)).toBe('join');
  });

  test('two admins who give roles at the same moment both do, in every channel', async () => {
    const { mira, noor, tom, eve, roomId, news, open: rides } = await startStaffed();

    const given = await Promise.all([
      give(mira, roomId, eve, 'moderator'),
      give(noor, roomId, tom, 'member'),
    ]);

    expect(given).toEqual(['200', '200']);
    for (const channel of [news, rides]) {
      const { users } = await levels(mira, channel);
      expect(users[eve.userId]).toBe(50);
      expect(users[tom.userId] ?? 0).toBe(0);
    }
    expect(answer(await send(tom, news))).toBe('403 M_FORBIDDEN');
    expect(answer(await send(eve, news))).toBe('200');
  });

  test.each(['leave', 'ban'])('have no role left when they come back after a %s', async (how) => {
    const { mira, noor, tom, roomId, news } = await startStaffed();
    expect(answer(await setMembership(noor, roomId, tom, how))).toBe('200');
    if (how === 'ban') await setMembership(noor, roomId, tom, 'leave');
    await bring(mira, roomId, tom);

    expect(answer(await send(tom, news))).toBe('403 M_FORBIDDEN');
    for (const one of [roomId, news])
      expect((await levels(mira, one)).users[tom.userId]).toBeUndefined();
  });
});

describeEachDatabase('a link to a community', (open) => {
  async function startLinked() {
    const people = await startWith(open, ['mira', 'noor', 'tom', 'eve']);
    const made = await makeCommunity(people.mira);
    await bring(people.mira, made.roomId, people.tom);
    return { ...people, ...made };
  }
  const follow = async (by: TestDevice, link: string) =>
    answer(await by.call('POST', `${link}/join`, {}));
  const everywhere = (
    by: TestDevice,
    { roomId, news, open: rides }: MadeCommunity,
    of: TestDevice,
  ) => Promise.all([roomId, news, rides].map((one) => membership(by, one, of)));

  test('is made by who may add people, and works no longer than they may', async () => {
    const { mira, noor, tom, eve, roomId } = await startLinked();
    const path = `${SOTTO}/rooms/${roomId}/links`;
    expect(answer(await tom.call('POST', path, { label: 'Mine' }))).toBe('403 M_FORBIDDEN');
    expect(answer(await eve.call('POST', path, { label: 'Mine' }))).toBe('403 M_FORBIDDEN');
    await give(mira, roomId, tom, 'moderator');
    const link = await makeLink(tom, roomId);

    expect(await follow(noor, link)).toBe('200');
    await give(mira, roomId, tom, 'member');
    expect(await follow(eve, link)).toBe('404 M_NOT_FOUND');
    expect(answer(await eve.call('GET', link))).toBe('404 M_NOT_FOUND');
  });

  test('an old one lets in nobody who was removed, and is none for who was banned', async () => {
    const { mira, noor, ...made } = await startLinked();
    const link = await makeLink(mira, made.roomId);
    const { body } = await mira.call('POST', `${SOTTO}/rooms/${made.news}/links`, {
      label: 'News',
    });
    const toChannel = `${SOTTO}/group_links/${body.token}`;
    await follow(noor, link);
    await kick(mira, made.roomId, noor);

    for (const one of [link, toChannel]) expect(await follow(noor, one)).toBe('403 M_FORBIDDEN');
    await setMembership(mira, made.roomId, noor, 'ban');
    for (const one of [link, toChannel]) expect(await follow(noor, one)).toMatch(/^40[34] /);
    expect(await follow(noor, link)).toBe('404 M_NOT_FOUND');
    expect(answer(await noor.call('GET', link))).toBe('404 M_NOT_FOUND');
    expect(await everywhere(mira, made, noor)).not.toContain('join');
  });

  test('its last use at the same moment is one person’s, in community and channels', async () => {
    const { mira, noor, eve, ...made } = await startLinked();
    const link = await makeLink(mira, made.roomId, { uses_max: 1 });

    const answers = await Promise.all([follow(noor, link), follow(eve, link)]);

    expect(answers.toSorted()).toEqual(['200', '404 M_NOT_FOUND']);
    const [inside, outside] = answers[0] === '200' ? [noor, eve] : [eve, noor];
    expect(await everywhere(mira, made, inside)).toEqual(['join', 'join', 'M_NOT_FOUND']);
    expect(await everywhere(mira, made, outside)).not.toContain('join');
  });

  test('of a channel says that it is one, and lets in the people of the community alone', async () => {
    const { mira, tom, eve, open: rides } = await startLinked();
    const link = await makeLink(mira, rides);

    expect((await eve.call('GET', link)).body).toMatchObject({ channel: true });
    expect(await follow(eve, link)).toBe('403 M_FORBIDDEN');
    expect(await follow(tom, link)).toBe('200');
    expect(await membership(mira, rides, tom)).toBe('join');
  });

  test('asks first where staff let people in, and tells nobody else who asks to be in a channel', async () => {
    const { noor, tom, mira } = await startLinked();
    const made = await makeCommunity(mira, { join: 'knock' });
    await bring(mira, made.roomId, tom);
    const link = await makeLink(mira, made.roomId);

    expect((await noor.call('POST', `${link}/join`, { reason: 'I ride' })).body).toEqual({
      room_id: made.roomId,
      membership: 'knock',
    });
    expect(answer(await join(noor, made.news))).toBe('403 M_FORBIDDEN');
    const letIn = { user_ids: [noor.userId] };
    const path = `${SOTTO}/rooms/${made.roomId}/members`;
    expect(answer(await tom.call('POST', path, letIn))).toBe('403 M_FORBIDDEN');
    expect(answer(await mira.call('POST', path, letIn))).toBe('200');
    expect(await everywhere(mira, made, noor)).toEqual(['join', 'join', 'M_NOT_FOUND']);
  });
});

describeEachDatabase('an invitation to a community', (open) => {
  test('of one person is no conversation of two, and makes nobody a contact', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const made = await makeCommunity(mira);
    await invite(mira, made.roomId, noor);

    const { requests } = await requestsOf(noor);
    expect(requests).toMatchObject([{ room_id: made.roomId, direct: false }]);
    await join(noor, made.roomId);
    const { body } = await noor.call('GET', `${SOTTO}/people/${mira.userId}`);
    expect(body.contact).toBe(false);
  });

  test('made with the space itself is none either', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    await mira.call('POST', `${V3}/createRoom`, {
      creation_content: { type: 'm.space' },
      invite: [noor.userId],
      is_direct: true,
    });

    expect((await requestsOf(noor)).requests).toMatchObject([{ direct: false }]);
  });

  test('tells how many channels there are, and of none which', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const made = await makeCommunity(mira);
    await invite(mira, made.roomId, noor);

    const about = `/_matrix/client/v1/room_summary/${made.roomId}`;
    const { body } = await noor.call('GET', about);
    expect(body).toMatchObject({ num_joined_members: 1, 'app.sotto.channels': 2 });
    expect(JSON.stringify(body)).not.toContain(made.news);
    await leave(noor, made.roomId);
    expect(answer(await noor.call('GET', about))).toBe('404 M_NOT_FOUND');
  });
});
