import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { answer, send, SOTTO, startWith } from '../../testing/people.ts';
import { brokenRules, upgradeFrom } from '../../testing/upgrade.ts';
import { makeGroup, setRole, setState, textsFor } from './testing.ts';

describeEachDatabase('an upgrade', (open) => {
  test('keeps groups, whose members go on reading from where they could', async () => {
    const home = await startWith(open, ['mira', 'jonas', 'noor']);
    const group = await makeGroup(home.mira, [home.jonas]);
    await send(home.mira, group, 'before');

    const { before, after, again } = await upgradeFrom(home.server, '0011-groups');
    const [mira, jonas, noor] = [again(home.mira), again(home.jonas), again(home.noor)];

    expect(before).not.toHaveProperty('group_link');
    expect(before['event']).not.toEqual([]);
    expect(after).toMatchObject(before);
    expect(await textsFor(jonas, group)).toEqual(['before']);
    const link = await jonas.call('POST', `${SOTTO}/rooms/${group}/links`, { label: 'Poster' });
    await noor.call('POST', `${SOTTO}/group_links/${link.body.token}/join`, {});
    await setState(mira, group, 'app.sotto.slow_mode/', { seconds: 30 });
    expect(answer(await send(noor, group, 'after'))).toBe('200');
    expect(answer(await send(noor, group, 'too soon'))).toBe('429 M_LIMIT_EXCEEDED');
    expect(await textsFor(noor, group)).toEqual(['after']);
    expect(await setRole(mira, group, jonas, 'moderator')).toBe('200');
  });

  test.each([
    {
      table: 'history_floor',
      row: { room_key: 1, user_id: '@mira:sotto.test', position: 5 },
      key: ['room_key', 'user_id'],
    },
    {
      table: 'group_link',
      row: {
        token: 'token',
        room_id: '!choir',
        created_by: '@mira:sotto.test',
        label: 'Poster',
        created_ms: 1,
        uses: 0,
        uses_max: 5,
        expires_ms: 2,
      },
      optional: ['uses_max', 'expires_ms'],
      key: ['token'],
    },
    {
      table: 'slow_mode_turn',
      row: { room_id: '!choir', user_id: '@mira:sotto.test', at_ms: 1 },
      key: ['room_id', 'user_id'],
    },
  ])('gives $table its rules', async (rules) => {
    const { server } = await startWith(open, ['mira']);
    await upgradeFrom(server, '0011-groups');

    expect(await brokenRules(server.storage, rules)).toEqual([]);
  });
});
