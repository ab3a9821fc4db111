import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { startWith, V3 } from '../../testing/people.ts';
import { brokenRules, upgradeFrom } from '../../testing/upgrade.ts';

const BUSINESS = 'app.sotto.business';

describeEachDatabase('an upgrade', (open) => {
  test('takes from people what they said of themselves: no account is a business, nobody a minor', async () => {
    const home = await startWith(open, ['mira', 'jonas']);
    const { userId } = home.jonas;
    await home.jonas.call('PUT', `${V3}/profile/${userId}/m.tz`, { 'm.tz': 'Europe/Berlin' });
    const claim = { user_id: userId, name: BUSINESS, value: 'true' };

    const { before, after, again } = await upgradeFrom(home.server, '0015-minors', (db) =>
      db.insertInto('profile_field').values(claim).execute(),
    );

    const fields = before['profile_field'] ?? [];
    expect(fields).toHaveLength(2);
    expect(after).toMatchObject({
      ...before,
      profile_field: fields.filter(({ name }) => name !== BUSINESS),
    });
    expect(after['account']).toMatchObject([{ business: 0 }, { business: 0 }]);
    expect(after['age_mark']).toEqual([]);
    const { body } = await again(home.mira).call('GET', `${V3}/profile/${userId}`);
    expect(body).toMatchObject({ 'm.tz': 'Europe/Berlin' });
    expect(body).not.toHaveProperty(BUSINESS);
  });

  test('gives age_mark its rules', async () => {
    const { server } = await startWith(open, ['mira']);
    await upgradeFrom(server, '0015-minors');

    const broken = await brokenRules(server.storage, {
      table: 'age_mark',
      row: { user_id: '@mira:sotto.test', minor: 1, until_ms: 2, changed_ms: 1 },
      optional: ['until_ms'],
      key: ['user_id'],
    });

    expect(broken).toEqual([]);
  });
});
