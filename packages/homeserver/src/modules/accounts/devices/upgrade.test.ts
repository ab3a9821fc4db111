import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { brokenRules, upgradeFrom } from '../../../testing/upgrade.ts';

describeEachDatabase('an upgrade', (open) => {
  test('keeps devices, of which only the time they signed in is known', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    const { before, after, again } = await upgradeFrom(home, '0013-devices');

    expect(after).toMatchObject(before);
    expect(after['device']).toMatchObject([
      { device_id: mira.deviceId, first_seen_ip: null, user_agent: null, linked_by: null },
    ]);
    const { body } = await again(mira).call('GET', '/_matrix/client/v3/devices');
    expect(body.devices).toMatchObject([
      { device_id: mira.deviceId, last_seen_ts: home.clock.nowMs(), last_seen_ip: '127.0.0.1' },
    ]);
  });

  test.each([
    {
      table: 'login_token',
      row: {
        token_hash: 'h',
        user_id: '@mira:sotto.test',
        device_id: 'D',
        links: 0,
        expires_ms: 1,
      },
      key: ['token_hash'],
    },
    {
      table: 'device_link',
      row: {
        link_id: 'link',
        code: 'code',
        secret_hash: 'h',
        client_name: 'Sotto',
        address: '127.0.0.1',
        network: '127.0.0.0',
        created_ms: 1,
        expires_ms: 2,
        state: 'waiting',
        number: 1,
        numbers: '[1,2,3]',
        user_id: '@mira:sotto.test',
        device_id: 'D',
      },
      optional: ['client_name', 'user_id', 'device_id'],
      key: ['link_id'],
      unique: 'code',
    },
  ])('gives $table its rules', async (rules) => {
    const home = await startHomeserver(open);
    await upgradeFrom(home, '0013-devices');

    expect(await brokenRules(home.storage, rules)).toEqual([]);
  });
});
