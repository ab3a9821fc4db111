import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { brokenRules, upgradeFrom } from '../../testing/upgrade.ts';
import { answer, putRule, setData, startGroup, unreadIn, write } from './testing.ts';

describeEachDatabase('an upgrade', (open) => {
  test('keeps what is unread, and lets people mute from then on', async () => {
    const home = await startGroup(open);
    await write(home.jonas, home.group);
    await setData(home.mira, 'org.example.note', { kept: true });

    const { before, after, again } = await upgradeFrom(home.server, '0014-push-rules');
    const mira = again(home.mira);

    expect(before).not.toHaveProperty('push_rules');
    expect(before['account_data']).not.toEqual([]);
    expect(after).toMatchObject(before);
    expect(after).toMatchObject({ push_rules: [], quiet_hours: [] });
    expect(await unreadIn(mira, home.group)).toEqual([1, 0]);
    expect(answer(await putRule(mira, `room ${home.group}`))).toBe('200');
    await write(again(home.jonas), home.group);
    expect(await unreadIn(mira, home.group)).toEqual([1, 0]);
  });

  test.each([
    { table: 'push_rules', row: { owner: '@mira:sotto.test', rules: '{}' }, key: ['owner'] },
    { table: 'quiet_hours', row: { owner: '@mira:sotto.test', hours: '{}' }, key: ['owner'] },
  ])('gives $table its rules', async (rules) => {
    const { server } = await startGroup(open);
    await upgradeFrom(server, '0014-push-rules');

    expect(await brokenRules(server.storage, rules)).toEqual([]);
  });
});
