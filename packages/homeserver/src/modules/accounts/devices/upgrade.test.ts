import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { deviceStore } from './device-store.ts';

describeEachDatabase('an upgrade', (open) => {
  test('keeps devices, of which only the time they signed in is known', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const settings = { ...home.storage, onIdleError: () => undefined };
    const before = await openDatabase(settings);
    await before.write(async ({ db }) => {
      for (const table of ['login_token', 'device_link']) {
        await sql`drop table ${sql.table(table)}`.execute(db);
      }
      for (const column of ['first_seen_ip', 'user_agent', 'linked_by']) {
        await sql`alter table device drop column ${sql.ref(column)}`.execute(db);
      }
      await sql`delete from migration where name = '0013-devices'`.execute(db);
    });
    await before.close();

    const after = await openDatabase(settings);

    expect(await deviceStore.list(after.read, mira.userId, 10)).toEqual([
      {
        deviceId: mira.deviceId,
        displayName: null,
        lastSeenMs: home.clock.nowMs(),
        lastSeenAddress: '127.0.0.1',
        firstSeenMs: home.clock.nowMs(),
        firstSeenAddress: null,
        userAgent: null,
        linkedBy: null,
      },
    ]);
    await after.close();
  });
});
