import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import {
  answer,
  join,
  membership,
  send,
  SOTTO,
  startWith,
  syncRooms,
  V3,
} from '../../testing/people.ts';
import {
  addChannel,
  bring,
  closeChannel,
  create,
  hierarchy,
  invite,
  kick,
  leave,
  levels,
  makeCommunity,
  setLevel,
} from './testing.ts';

describeEachDatabase('a community', (open) => {
  test('is a space with channels that point at each other', async () => {
    const { mira } = await startWith(open, ['mira']);
    const { roomId, news, open: rides } = await makeCommunity(mira, { topic: 'On two wheels' });
    const state = (id: string, at: string) =>
      mira.call('GET', `${V3}/rooms/${id}/state/${at}`).then(({ body }) => body);

    expect(await state(roomId, 'm.room.create/')).toMatchObject({ type: 'm.space' });
    expect(await state(roomId, `m.space.child/${news}`)).toEqual({
      via: ['sotto.test'],
      order: '0001',
      suggested: true,
    });
    expect(await state(roomId, `m.space.child/${rides}`)).toEqual({
      via: ['sotto.test'],
      order: '0002',
    });
    expect(await state(news, `m.space.parent/${roomId}`)).toMatchObject({ canonical: true });
    expect(await state(news, 'm.room.create/')).toMatchObject({ 'app.sotto.community': roomId });
    expect(await state(news, 'm.room.join_rules/')).toEqual({
      join_rule: 'restricted',
      allow: [{ type: 'm.room_membership', room_id: roomId }],
    });
    expect(await state(news, 'm.room.encryption/')).toMatchObject({
      algorithm: 'm.megolm.v1.aes-sha2',
    });
    expect(await levels(mira, news)).toMatchObject({ events_default: 50 });
    expect(await levels(mira, rides)).toMatchObject({ events_default: 0 });
  });

  test('puts whoever joins into the announcements at once, and leaves them the rest', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor);

    const { sections } = await syncRooms(noor);
    expect(sections['join']).toEqual(expect.arrayContaining([made.roomId, made.news]));
    expect(sections['join']).not.toContain(made.open);
    expect(answer(await join(noor, made.open))).toBe('200');
    expect(await membership(mira, made.open, noor)).toBe('join');
  });

  test('lets everybody read announcements, and only staff write them', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const { roomId, news } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    const said = await send(mira, news, 'We ride on Sunday');

    expect(answer(said)).toBe('200');
    const path = `${V3}/rooms/${news}/event/${said.body.event_id}`;
    expect(answer(await noor.call('GET', path))).toBe('200');
    expect(answer(await send(noor, news))).toBe('403 M_FORBIDDEN');
    await setLevel(mira, roomId, noor, 50);
    expect(answer(await send(noor, news))).toBe('200');
    await setLevel(mira, roomId, noor, 0);
    expect(answer(await send(noor, news))).toBe('403 M_FORBIDDEN');
  });

  test('carries roles into all channels, also those somebody gave while in none of them', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor, tom);
    await setLevel(mira, made.roomId, noor, 100);
    // Noor is an admin, and not in this channel.
    await setLevel(noor, made.roomId, tom, 50);

    for (const channel of [made.news, made.open]) {
      expect((await levels(mira, channel)).users).toEqual({
        [noor.userId]: 100,
        [tom.userId]: 50,
      });
    }
  });

  test('has its channels made in the name of its owner, whoever adds them', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const { roomId } = await makeCommunity(mira);
    await bring(mira, roomId, noor);
    await setLevel(mira, roomId, noor, 100);
    const { body } = await addChannel(noor, roomId, { name: 'Repairs' });

    const path = `${V3}/rooms/${body.room_id}/state`;
    const state = (await noor.call('GET', path)).body as { type: string; sender: string }[];
    expect(state.find(({ type }) => type === 'm.room.create')?.sender).toBe(mira.userId);
    expect((await levels(noor, body.room_id)).users).toEqual({ [noor.userId]: 100 });
    // The staff is in it at once.
    expect(await membership(noor, body.room_id, mira)).toBe('join');
  });

  test('whose channel is closed keeps what was said there', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor, tom);
    await join(noor, made.open);
    const said = await send(noor, made.open);
    expect(answer(await closeChannel(mira, made.roomId, made.open))).toBe('200');

    expect(answer(await send(noor, made.open))).toBe('403 M_FORBIDDEN');
    const path = `${V3}/rooms/${made.open}/event/${said.body.event_id}`;
    expect(answer(await noor.call('GET', path))).toBe('200');
    expect(answer(await join(tom, made.open))).toBe('403 M_FORBIDDEN');
    const { body } = await hierarchy(tom, made.roomId);
    const ids = body.rooms.map((room: { room_id: string }) => room.room_id);
    expect(ids).toEqual([made.roomId, made.news]);
  });

  test('cannot be had in excess', async () => {
    const { server, mira } = await startWith(open, ['mira']);
    const channels = [{ name: 'News' }];
    for (let made = 0; made < 5; made += 1) await create(mira, { name: 'Another', channels });
    expect(answer(await create(mira, { name: 'One more', channels }))).toBe('429 M_LIMIT_EXCEEDED');
    server.clock.advanceMs(86_400_001);
    expect(answer(await create(mira, { name: 'One more', channels }))).toBe('200');
  });

  test('of those asked for at once, no more are made than are allowed', async () => {
    const { mira } = await startWith(open, ['mira']);
    const wishes = Array.from({ length: 8 }, () =>
      create(mira, { name: 'At once', channels: [{ name: 'News' }] }),
    );
    const answers = (await Promise.all(wishes)).map(answer);
    expect(answers.filter((one) => one === '200')).toHaveLength(5);
    // What was refused left nothing behind.
    const { body } = await mira.call('GET', `${V3}/joined_rooms`);
    expect(body.joined_rooms).toHaveLength(10);
  });

  test('that is full takes nobody in, and does once somebody leaves', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom'], {
      communityPeopleMax: 2,
    });
    const { roomId } = await makeCommunity(mira);
    await invite(mira, roomId, noor);
    await invite(mira, roomId, tom);
    expect(answer(await join(noor, roomId))).toBe('200');
    expect(answer(await join(tom, roomId))).toBe('403 M_FORBIDDEN');
    expect(answer(await invite(mira, roomId, tom))).toBe('403 M_FORBIDDEN');
    await leave(noor, roomId);
    expect(answer(await join(tom, roomId))).toBe('200');
  });

  test('takes one of two who join a last place at the same moment', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom'], {
      communityPeopleMax: 2,
    });
    const { roomId } = await makeCommunity(mira);
    await invite(mira, roomId, noor);
    await invite(mira, roomId, tom);
    const answers = (await Promise.all([join(noor, roomId), join(tom, roomId)])).map(answer);
    expect(answers.toSorted()).toEqual(['200', '403 M_FORBIDDEN']);
  });
});

describeEachDatabase('people of a community', (open) => {
  test('come by a link into the announcements, and who is removed does not come back by it', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const made = await makeCommunity(mira);
    const links = `${SOTTO}/rooms/${made.roomId}/links`;
    const { body: link } = await mira.call('POST', links, { label: 'Poster' });
    const follow = () => noor.call('POST', `${SOTTO}/group_links/${link.token}/join`, {});

    expect((await follow()).body).toEqual({ room_id: made.roomId, membership: 'join' });
    expect(await membership(mira, made.news, noor)).toBe('join');
    await kick(mira, made.roomId, noor);
    expect(answer(await follow())).toMatch(/^40[34]/);
    expect(await membership(mira, made.news, noor)).toBe('leave');
  });

  test('who become staff by a role are in every channel with it', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor);
    const path = `${SOTTO}/rooms/${made.roomId}/roles/${noor.userId}`;
    expect(answer(await mira.call('PUT', path, { role: 'moderator' }))).toBe('200');
    expect(await membership(mira, made.open, noor)).toBe('join');
    expect(answer(await send(noor, made.news))).toBe('200');

    const inChannel = `${SOTTO}/rooms/${made.open}/roles/${noor.userId}`;
    expect(answer(await mira.call('PUT', inChannel, { role: 'admin' }))).toBe('403 M_FORBIDDEN');
    await mira.call('PUT', path, { role: 'member' });
    expect(answer(await send(noor, made.news))).toBe('403 M_FORBIDDEN');
  });

  test('have an owner when the last one leaves, in every channel the same', async () => {
    const { mira, noor, tom } = await startWith(open, ['mira', 'noor', 'tom']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor, tom);
    // Tom is in a channel that Noor, who has been here for longer, is not in.
    await join(tom, made.open);
    expect(answer(await leave(mira, made.roomId))).toBe('200');

    for (const channel of [made.news, made.open]) {
      expect(await membership(noor, channel, mira)).toBe('leave');
      expect(await membership(noor, channel, noor)).toBe('join');
      expect((await levels(noor, channel)).users).toEqual({ [noor.userId]: 150 });
    }
    const added = await addChannel(noor, made.roomId, { name: 'Repairs' });
    expect(answer(added)).toBe('200');
    expect(answer(await send(noor, made.news))).toBe('200');
  });

  test('cannot be left without an owner by a change of roles', async () => {
    const { mira, noor } = await startWith(open, ['mira', 'noor']);
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor);
    await leave(mira, made.roomId);
    const path = `${SOTTO}/rooms/${made.roomId}/roles/${noor.userId}`;
    const demoted = await noor.call('PUT', path, { role: 'member' });
    expect(answer(demoted)).toBe('403 APP.SOTTO.OWNER_NEEDED');
    const raw = await setLevel(noor, made.roomId, noor, 0);
    expect(answer(raw)).toBe('403 APP.SOTTO.OWNER_NEEDED');
  });
});
