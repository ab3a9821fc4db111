import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../storage/index.ts';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { blockStore } from './blocks/block-store.ts';
import { contactStore } from './people/contact-store.ts';
import { requestStore } from './requests/request-store.ts';
import { ask, block, join, startWith } from '../../testing/people.ts';

const TABLES = [
  'contact',
  'block',
  'visibility',
  'request',
  'request_budget',
  'unwelcome',
  'contact_link',
];
const COLUMNS = [
  ['account', 'name_changed_ms'],
  ['account', 'photo_changed_ms'],
  ['account', 'discoverability'],
  ['cross_signing_key', 'replaced_ms'],
] as const;

describeEachDatabase('an upgrade', (open) => {
  test('keeps who talks as contacts, who asks as a request, who is ignored as blocked', async () => {
    const { server, mira, jonas, noor } = await startWith(open, ['mira', 'jonas', 'noor']);
    await join(jonas, await ask(mira, jonas));
    const waiting = await ask(noor, jonas);
    await block(mira, noor);
    const settings = { ...server.storage, onIdleError: () => undefined };
    const before = await openDatabase(settings);
    await before.write(async ({ db }) => {
      for (const table of TABLES) await sql`drop table ${sql.table(table)}`.execute(db);
      for (const [table, column] of COLUMNS) {
        await sql`alter table ${sql.table(table)} drop column ${sql.ref(column)}`.execute(db);
      }
      await sql`delete from migration where name = '0010-requests'`.execute(db);
    });
    await before.close();

    const after = await openDatabase(settings);

    const { read } = after;
    const contacts = [
      await contactStore.listContactIds(read, mira.userId),
      await contactStore.listContactIds(read, jonas.userId),
    ];
    expect(contacts).toEqual([new Set([jonas.userId]), new Set([mira.userId])]);
    expect(await requestStore.listWaiting(read, jonas.userId, 10)).toMatchObject([
      { roomId: waiting, sender: noor.userId, isDirect: true, treatment: 'request' },
    ]);
    expect(await blockStore.listAll(read)).toEqual([{ owner: mira.userId, subject: noor.userId }]);
    await after.close();
  });
});
