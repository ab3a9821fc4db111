import type { UserId } from '@sotto/protocol';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { Delivery, Notify, RoomKey } from '../entry.ts';
import { FAN_OUT_MIN } from './rules.ts';
import { openInbox, type InboxService } from '../service.ts';

const log = pino({ level: 'silent' });
const crowd = Array.from({ length: FAN_OUT_MIN + 6 }, (_, index) => `@p${index}:s.test` as UserId);
const [mira] = crowd as [UserId];
const room = 7 as RoomKey;
const otherRoom = 8 as RoomKey;

function told(position: number, notify: Notify = 1, roomKey = room): Delivery[] {
  return crowd.map((userId) => ({
    userId,
    entry: { kind: 'event', roomKey, position, notify },
  }));
}

function setting(userId: UserId, subject: string): Delivery {
  return { userId, entry: { kind: 'account_data', roomKey: null, subject } };
}

describeEachDatabase('what is told to many', (open) => {
  async function setUp() {
    const db = await openDatabase({ ...(await open()), onIdleError: () => undefined });
    const inbox = await openInbox({ db, log });
    await db.write(async (txn) => {
      for (const userId of crowd) await inbox.open(txn, userId);
    });
    return { db, inbox };
  }

  const deliver = (db: Database, inbox: InboxService, deliveries: readonly Delivery[]) =>
    db.write((txn) => inbox.deliver(txn, deliveries));

  async function summarise(db: Database, inbox: InboxService, userId: UserId) {
    const { head } = await inbox.getHead(db.read, userId);
    const entries = await inbox.listEntries(db.read, userId, { after: 0, upTo: head, limit: 100 });
    const at = { roomKey: room, readPosition: async () => 11 };
    return {
      entries: entries.map((entry) => [
        entry.seq,
        entry.kind === 'event' ? entry.position : entry.kind,
      ]),
      unread: await inbox.countUnread(db.read, userId, at),
      first: await inbox.firstPositionAfter(db.read, userId, { roomKey: room, seq: 1 }),
    };
  }

  const expected = {
    entries: [
      [1, 11],
      [2, 'account_data'],
      [3, 12],
      [4, 40],
      [5, 13],
    ],
    unread: { notifications: 2, highlights: 1 },
    first: 12,
  };

  async function tellAll(db: Database, inbox: InboxService) {
    await deliver(db, inbox, told(11));
    await deliver(db, inbox, [setting(mira, 'x')]);
    await deliver(db, inbox, told(12));
    await deliver(db, inbox, told(40, 1, otherRoom));
    await deliver(db, inbox, told(13, 2));
  }

  test('reads the same before it is filed, after, and by a server that starts in between', async () => {
    const { db, inbox } = await setUp();
    await tellAll(db, inbox);

    expect(await summarise(db, inbox, mira)).toMatchObject(expected);
    const restarted = await openInbox({ db, log });
    expect(await summarise(db, restarted, mira)).toMatchObject(expected);
    await restarted.file();
    expect(await summarise(db, restarted, mira)).toMatchObject(expected);
    const later = await openInbox({ db, log });
    expect(await summarise(db, later, mira)).toMatchObject(expected);
    expect(await db.read.selectFrom('inbox_fan_out').selectAll().execute()).toEqual([]);
    await db.close();
  });

  test('a server that ended half way files the rest, and nothing twice', async () => {
    const { db, inbox } = await setUp();
    await tellAll(db, inbox);
    const rows = await db.read.selectFrom('inbox_fan_out').selectAll().execute();
    await inbox.file();

    // As it lies when the process ends before the last step, which takes these rows away.
    await db.write(async (txn) => {
      if (rows.length === 0) return;
      await txn.db.insertInto('inbox_fan_out').values(rows).execute();
      await txn.db.deleteFrom('inbox_entry').where('inbox_id', '>', 30).execute();
    });
    const restarted = await openInbox({ db, log });
    expect((await summarise(db, restarted, crowd.at(-1) ?? mira)).entries).toEqual([
      [1, 11],
      [2, 12],
      [3, 40],
      [4, 13],
    ]);
    expect(await summarise(db, restarted, mira)).toMatchObject(expected);
    await restarted.file();
    expect(await summarise(db, restarted, mira)).toMatchObject(expected);
    await db.close();
  });

  test('filing goes on beside new messages, and nobody misses one', async () => {
    const { db, inbox } = await setUp();
    const positions = Array.from({ length: 30 }, (_, index) => index + 1);

    await Promise.all(
      positions.map(async (position) => {
        await deliver(db, inbox, told(position));
        if (position % 7 === 0) await inbox.file();
      }),
    );

    const restarted = await openInbox({ db, log });
    for (const reader of [inbox, restarted]) {
      const { entries } = await summarise(db, reader, crowd[40] ?? mira);
      expect(entries.map(([seq]) => seq)).toEqual(positions);
      expect(entries.map(([, position]) => Number(position)).toSorted((a, b) => a - b)).toEqual(
        positions,
      );
    }
    await db.close();
  });

  test('a server closed while it files leaves the rest to the next one', async () => {
    const { db, inbox } = await setUp();
    const positions = Array.from({ length: 20 }, (_, index) => index + 1);
    for (const position of positions) await deliver(db, inbox, told(position));
    const unfiled = () => db.read.selectFrom('inbox_fan_out').select('position').execute();
    const before = await unfiled();

    const filing = inbox.file();
    await inbox.close();
    await filing;

    expect(await unfiled()).toEqual(before);
    const restarted = await openInbox({ db, log });
    for (const userId of [mira, crowd.at(-1) ?? mira]) {
      const { entries } = await summarise(db, restarted, userId);
      expect(entries).toEqual(positions.map((position) => [position, position]));
    }
    await restarted.file();
    expect(await unfiled()).toEqual([]);
    await db.close();
  });

  test('what is told between the beginning and the end of filing is still there', async () => {
    const { db, inbox } = await setUp();
    await deliver(db, inbox, told(1));

    const next = deliver(db, inbox, told(2));
    await Promise.all([next, inbox.file()]);

    const after = { roomKey: room, seq: 1 };
    expect(await inbox.firstPositionAfter(db.read, mira, after)).toBe(2);
    await db.close();
  });

  test('what is undone is not told later either', async () => {
    const { db, inbox } = await setUp();

    await db
      .write(async (txn) => {
        await inbox.deliver(txn, told(11));
        throw new Error('undone');
      })
      .catch(() => undefined);
    await inbox.file();

    expect((await summarise(db, inbox, mira)).entries).toEqual([]);
    await db.close();
  });
});
