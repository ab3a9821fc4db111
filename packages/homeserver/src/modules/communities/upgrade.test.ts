import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { answer, membership, send, startWith, V3 } from '../../testing/people.ts';
import { brokenRules, upgradeFrom } from '../../testing/upgrade.ts';
import { bring, kick, makeCommunity, setState } from './testing.ts';

describeEachDatabase('an upgrade', (open) => {
  test('keeps spaces of other clients as they are: none becomes a community', async () => {
    const home = await startWith(open, ['mira', 'noor']);
    const make = async (more: object) =>
      (await home.mira.call('POST', `${V3}/createRoom`, more)).body.room_id;
    const space = await make({ creation_content: { type: 'm.space' } });
    const room = await make({ name: 'Rides' });
    await setState(home.mira, space, `m.space.child/${room}`, { via: ['sotto.test'] });
    await bring(home.mira, space, home.noor);
    await bring(home.mira, room, home.noor);

    const { before, after, again } = await upgradeFrom(home.server, '0016-communities');
    const [mira, noor] = [again(home.mira), again(home.noor)];

    expect(before['room']).toHaveLength(2);
    expect(after).toMatchObject(before);
    expect(after).toMatchObject({ community: [], community_channel: [] });
    await kick(mira, space, noor);
    expect(await membership(noor, room, noor)).toBe('join');
    expect(answer(await send(noor, room))).toBe('200');
    const made = await makeCommunity(mira);
    await bring(mira, made.roomId, noor);
    expect(await membership(noor, made.news, noor)).toBe('join');
  });

  test.each([
    {
      table: 'community',
      row: { room_id: '!club', created_by: '@mira:sotto.test', created_ms: 1 },
      key: ['room_id'],
    },
    {
      table: 'community_channel',
      row: { room_id: '!news', community_id: '!club', number: 1, suggested: 1, closed: 0 },
      key: ['room_id'],
    },
  ])('gives $table its rules', async (rules) => {
    const { server } = await startWith(open, ['mira']);
    await upgradeFrom(server, '0016-communities');

    expect(await brokenRules(server.storage, rules)).toEqual([]);
  });
});
