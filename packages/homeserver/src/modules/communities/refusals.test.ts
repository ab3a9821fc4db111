import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { answer, join, membership, SOTTO, startWith, V3 } from '../../testing/people.ts';
import {
  addChannel,
  bring,
  closeChannel,
  create,
  directory,
  invite,
  kick,
  levels,
  makeCommunity,
  setLevel,
  setMembership,
  setState,
} from './testing.ts';

const NOWHERE = '!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

describeEachDatabase('a community refuses', (open) => {
  test.each([
    ['no channels', { name: 'Club', channels: [] }],
    ['no name', { channels: [{ name: 'News' }] }],
    ['an empty name', { name: '', channels: [{ name: 'News' }] }],
    ['a name of 101 letters', { name: 'x'.repeat(101), channels: [{ name: 'News' }] }],
    ['a topic that is too long', { name: 'C', topic: 'x'.repeat(501), channels: [{ name: 'N' }] }],
    ['a join rule of its own', { name: 'C', join: 'public', channels: [{ name: 'N' }] }],
    ['fields it does not know', { name: 'C', encryption: false, channels: [{ name: 'N' }] }],
    [
      'too many first channels',
      { name: 'C', channels: Array.from({ length: 21 }, () => ({ name: 'N' })) },
    ],
    ['a channel with powers', { name: 'C', channels: [{ name: 'N', users: {} }] }],
  ])('to be made with %s', async (_says, body) => {
    const { mira } = await startWith(open, ['mira']);
    expect(answer(await create(mira, body))).toBe('400 M_BAD_JSON');
    expect((await mira.call('GET', `${V3}/joined_rooms`)).body.joined_rooms).toEqual([]);
  });

  test.each([
    [{ name: '   ', channels: [{ name: 'News' }] }],
    [{ name: 'Club', channels: [{ name: 'News' }, { name: ' \t ' }] }],
  ])('names of nothing but spaces', async (body) => {
    const { mira } = await startWith(open, ['mira']);
    expect(answer(await create(mira, body))).toBe('400 M_INVALID_PARAM');
    expect((await mira.call('GET', `${V3}/joined_rooms`)).body.joined_rooms).toEqual([]);
  });

  test('strangers and members who want to manage it', async () => {
    const { server, mira, noor, eve } = await startWith(open, ['mira', 'noor', 'eve']);
    const { roomId, open: rides } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    await setLevel(mira, roomId, noor, 50);

    expect((await server.call('POST', `${SOTTO}/communities`, {})).status).toBe(401);
    for (const by of [noor, eve]) {
      expect(answer(await addChannel(by, roomId, { name: 'Mine' }))).toBe('403 M_FORBIDDEN');
      expect(answer(await closeChannel(by, roomId, rides))).toBe('403 M_FORBIDDEN');
    }
    expect(answer(await addChannel(mira, NOWHERE, { name: 'Mine' }))).toBe('403 M_FORBIDDEN');
    expect(answer(await closeChannel(mira, roomId, NOWHERE))).toBe('404 M_NOT_FOUND');
    // A community that one is not in and one that is not there look alike.
    const [foreign, none] = [await directory(eve, roomId), await directory(eve, NOWHERE)];
    expect(foreign).toMatchObject({ status: 403, body: none.body });
  });

  test('to close a channel twice, or one of another community', async () => {
    const { mira } = await startWith(open, ['mira']);
    const one = await makeCommunity(mira);
    const other = await makeCommunity(mira);
    expect(answer(await closeChannel(mira, one.roomId, other.open))).toBe('404 M_NOT_FOUND');
    expect(answer(await closeChannel(mira, one.roomId, one.open))).toBe('200');
    expect(answer(await closeChannel(mira, one.roomId, one.open))).toBe('404 M_NOT_FOUND');
  });

  test('channels of a space that is not one, and of a group', async () => {
    const { mira } = await startWith(open, ['mira']);
    const space = await mira.call('POST', `${V3}/createRoom`, {
      creation_content: { type: 'm.space' },
    });
    const group = await mira.call('POST', `${V3}/createRoom`, {});
    for (const { body } of [space, group]) {
      const added = await addChannel(mira, body.room_id, { name: 'News' });
      expect(answer(added)).toBe('403 M_FORBIDDEN');
    }
  });

  test('people of outside in its channels, by any way in', async () => {
    const { mira, noor, eve } = await startWith(open, ['mira', 'noor', 'eve']);
    const { roomId, news, open: rides } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    for (const channel of [news, rides]) {
      expect(answer(await join(eve, channel))).toBe('403 M_FORBIDDEN');
      expect(answer(await invite(mira, channel, eve))).toBe('403 M_FORBIDDEN');
      expect(answer(await setMembership(mira, channel, eve, 'invite'))).toBe('403 M_FORBIDDEN');
    }
    // Even where its own rules would let them in.
    await setState(mira, rides, 'm.room.join_rules/', { join_rule: 'public' });
    expect(answer(await join(eve, rides))).toBe('403 M_FORBIDDEN');
    expect(await membership(mira, rides, eve)).toBe('M_NOT_FOUND');
  });

  test('a join that nobody allows, whatever it says of who does', async () => {
    const { mira, eve } = await startWith(open, ['mira', 'eve']);
    const { roomId } = await makeCommunity(mira);
    // An ordinary room which the community may join.
    const { body } = await mira.call('POST', `${V3}/createRoom`, {
      initial_state: [
        {
          type: 'm.room.join_rules',
          content: {
            join_rule: 'restricted',
            allow: [{ type: 'm.room_membership', room_id: roomId }],
          },
        },
      ],
    });
    const forged = { membership: 'join', join_authorised_via_users_server: mira.userId };
    const at = `m.room.member/${eve.userId}`;
    expect(answer(await setState(eve, body.room_id, at, forged))).toBe('403 M_FORBIDDEN');
    expect(answer(await join(eve, body.room_id))).toBe('403 M_FORBIDDEN');
    await bring(mira, roomId, eve);
    expect(answer(await join(eve, body.room_id))).toBe('200');
  });

  test('roles of a channel that are not those of the community', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const { roomId, news } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    expect(answer(await setLevel(mira, news, noor, 50))).toBe('403 M_FORBIDDEN');
    const current = await levels(mira, news);
    const everyone = { ...current, users_default: 50 };
    const raised = await setState(mira, news, 'm.room.power_levels/', everyone);
    expect(answer(raised)).toBe('403 M_FORBIDDEN');
    // What else the levels say can be changed.
    const open50 = { ...current, events_default: 0 };
    expect(answer(await setState(mira, news, 'm.room.power_levels/', open50))).toBe('200');
  });

  test('to give more than one has, and to remove who is above', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const { roomId, news } = await makeCommunity(mira);
    await bring(mira, roomId, noor, tom);
    await setLevel(mira, roomId, noor, 100);
    await setLevel(mira, roomId, tom, 50);
    expect(answer(await setLevel(noor, roomId, tom, 150))).toBe('403 M_FORBIDDEN');
    expect(answer(await setLevel(tom, roomId, tom, 100))).toBe('403 M_FORBIDDEN');
    expect(answer(await kick(tom, roomId, noor))).toBe('403 M_FORBIDDEN');
    expect(answer(await kick(noor, roomId, mira))).toBe('403 M_FORBIDDEN');
    expect((await levels(mira, news)).users).toEqual({ [noor.userId]: 100, [tom.userId]: 50 });
  });

  test('rooms that say they are its channels', async () => {
    const { mira, eve } = await startWith(open, ['mira', 'eve']);
    const { roomId } = await makeCommunity(mira);
    const { body } = await eve.call('POST', `${V3}/createRoom`, {
      creation_content: { 'app.sotto.community': roomId },
    });
    const path = `${V3}/rooms/${body.room_id}/state/m.room.create/`;
    expect((await eve.call('GET', path)).body).not.toHaveProperty(['app.sotto.community']);
  });

  test('more channels than it can have', async () => {
    const { mira } = await startWith(open, ['mira']);
    const channels = Array.from({ length: 20 }, (_, index) => ({
      name: `Channel ${index}`,
      suggested: true,
    }));
    const { roomId } = await makeCommunity(mira, { channels });
    const more = await addChannel(mira, roomId, { name: 'For all', announcement: true });
    expect(answer(more)).toBe('403 M_FORBIDDEN');
    const wishes = Array.from({ length: 85 }, () => addChannel(mira, roomId, { name: 'Another' }));
    const answers = (await Promise.all(wishes)).map(answer);
    expect(answers.filter((one) => one === '200')).toHaveLength(80);
    expect(answers.filter((one) => one === '403 M_FORBIDDEN')).toHaveLength(5);
  });

  test('paging tokens it did not give out', async () => {
    const { mira } = await startWith(open, ['mira']);
    const { roomId } = await makeCommunity(mira);
    for (const from of ['x', 'm-1', 'm1e9', 'm99999999']) {
      expect(answer(await directory(mira, roomId, `?from=${from}`))).toBe('400 M_INVALID_PARAM');
    }
    for (const limit of ['0', '-1', 'ten']) {
      expect(answer(await directory(mira, roomId, `?limit=${limit}`))).toBe('400 M_INVALID_PARAM');
    }
  });
});
