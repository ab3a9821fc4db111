import { expect, test } from 'vitest';
import { openDatabase } from '../../storage/index.ts';
import { describeEachDatabase } from '../../testing/each-database.ts';
import type { TestDevice } from '../../testing/homeserver.ts';
import { openPushBook } from './book/push-book.ts';
import { answer, putRule, rulePath, setData, startGroup, unreadIn, write } from './testing.ts';

const HOUR_MS = 3_600_000;
/** A Monday, at ten in the evening in Berlin. */
const MONDAY_EVENING_MS = Date.UTC(2026, 0, 5, 21);

const nights = {
  enabled: true,
  from: '22:00',
  to: '07:00',
  days: [1],
  time_zone: 'Europe/Berlin',
};

const inRoom = (roomId: string) => ({ kind: 'event_match', key: 'room_id', pattern: roomId });

describeEachDatabase('what counts as unread', (open) => {
  /** A message of each, and one of Noor’s that mentions Mira. */
  async function said({ mira, jonas, noor, group }: Awaited<ReturnType<typeof startGroup>>) {
    await write(jonas, group);
    await write(noor, group, { 'm.mentions': { user_ids: [mira.userId] } });
    return unreadIn(mira, group);
  }

  test('in a muted group is what mentions', async () => {
    const home = await startGroup(open);
    await putRule(home.mira, `room ${home.group}`);

    expect(await said(home)).toEqual([1, 1]);
    expect(await unreadIn(home.jonas, home.group)).toEqual([1, 0]);
  });

  test('in a group muted wholly is nothing', async () => {
    const home = await startGroup(open);
    await putRule(home.mira, `override ${home.group}`, { conditions: [inRoom(home.group)] });

    expect(await said(home)).toEqual([0, 0]);
  });

  test.each([
    ['underride', [1, 1], [3, 2]],
    ['override', [0, 0], [2, 1]],
  ])(
    'in a group muted for an hour by an %s rule, while the hour lasts',
    async (kind, muted, later) => {
      const home = await startGroup(open);
      const untilMs = home.server.clock.nowMs() + HOUR_MS;
      await putRule(home.mira, `${kind} ${home.group}`, {
        conditions: [inRoom(home.group), { kind: 'app.sotto.until', until_ts: untilMs }],
      });
      home.server.clock.advanceMs(HOUR_MS - 1);
      const before = await said(home);

      home.server.clock.advanceMs(1);

      expect(before).toEqual(muted);
      expect(await said(home)).toEqual(later);
    },
  );

  test('of somebody muted is what they say to me alone, and where they mention me', async () => {
    const home = await startGroup(open);
    const { mira, jonas, group, direct } = home;
    await putRule(mira, `underride app.sotto.mute.${jonas.userId}`, {
      conditions: [
        { kind: 'event_match', key: 'sender', pattern: jonas.userId },
        { kind: 'room_member_count', is: '>2' },
      ],
    });

    await write(jonas, group);
    await write(jonas, direct);
    const plain = [await unreadIn(mira, group), await unreadIn(mira, direct)];
    await write(jonas, group, { 'm.mentions': { user_ids: [mira.userId] } });

    expect(plain).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(await unreadIn(mira, group)).toEqual([1, 1]);
  });

  test('follows a rule as soon as it is changed, switched off and deleted', async () => {
    const { mira, jonas, group } = await startGroup(open);
    const path = rulePath('room', group);
    const counts: number[] = [];
    const count = async () => {
      await write(jonas, group);
      counts.push((await unreadIn(mira, group))[0]);
    };

    await putRule(mira, `room ${group}`);
    await count();
    await mira.call('PUT', `${path}/actions`, { actions: ['notify'] });
    await count();
    await putRule(mira, `room ${group}`);
    await count();
    await mira.call('PUT', `${path}/enabled`, { enabled: false });
    await count();
    await mira.call('PUT', `${path}/enabled`, { enabled: true });
    await count();
    await mira.call('DELETE', path);
    await count();

    expect(counts).toEqual([0, 1, 1, 2, 2, 3]);
  });

  test('is the same after a restart', async () => {
    const { server, mira, group } = await startGroup(open);
    await putRule(mira, `room ${group}`);
    await setData(mira, 'app.sotto.quiet_hours', nights);
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });

    const book = await openPushBook(db);

    expect(book.rulesetOf(mira.userId).room).toMatchObject([{ rule_id: group, actions: [] }]);
    const noon = MONDAY_EVENING_MS - 10 * HOUR_MS;
    const quiet = [MONDAY_EVENING_MS, noon].map((atMs) =>
      book.isQuiet(mira.userId, mira.userId, atMs),
    );
    expect(quiet).toEqual([true, false]);
    await db.close();
  });

  test('is forgotten with the account', async () => {
    const { server, mira, group } = await startGroup(open);
    await putRule(mira, `room ${group}`);
    await setData(mira, 'app.sotto.quiet_hours', nights);
    const identifier = { type: 'm.id.user', user: mira.userId };
    const password = 'correct horse battery staple';
    const ended = await mira.call('POST', '/_matrix/client/v3/account/deactivate', {
      auth: { type: 'm.login.password', identifier, password },
    });
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });

    const kept = [
      await db.read.selectFrom('push_rules').selectAll().execute(),
      await db.read.selectFrom('quiet_hours').selectAll().execute(),
    ];

    expect(answer(ended)).toBe('200');
    expect(kept).toEqual([[], []]);
    await db.close();
  });
});

describeEachDatabase('what disturbs nobody', (open) => {
  async function setUp() {
    const home = await startGroup(open);
    const db = await openDatabase({ ...home.server.storage, onIdleError: () => undefined });
    /** How each event of the group is kept for somebody: 1 and 2 disturb, 3 does not. */
    async function notifies(of: TestDevice): Promise<number[]> {
      const rows = await db.read
        .selectFrom('inbox_entry')
        .innerJoin('inbox', 'inbox.id', 'inbox_entry.inbox_id')
        .select('notify')
        .where('user_id', '=', of.userId)
        .where('notify', '>', 0)
        .orderBy('seq')
        .execute();
      return rows.map(({ notify }) => notify);
    }
    return { ...home, db, notifies };
  }

  test('is sent without sound: it counts, and mentions nobody', async () => {
    const { mira, jonas, group, db, notifies } = await setUp();

    await write(jonas, group, {
      'app.sotto.silent': true,
      'm.mentions': { user_ids: [mira.userId] },
    });
    await write(jonas, group, { 'app.sotto.silent': 'yes' });

    expect(await unreadIn(mira, group)).toEqual([2, 0]);
    expect(await notifies(mira)).toEqual([3, 1]);
    await db.close();
  });

  test('an encrypted message says so where the server can read it', async () => {
    const { mira, jonas, group, db, notifies } = await setUp();

    await jonas.call('PUT', `/_matrix/client/v3/rooms/${group}/send/m.room.encrypted/s1`, {
      algorithm: 'm.megolm.v1.aes-sha2',
      ciphertext: 'AwgA',
      'app.sotto.silent': true,
    });

    expect(await unreadIn(mira, group)).toEqual([1, 0]);
    expect(await notifies(mira)).toEqual([3]);
    await db.close();
  });

  test('silence unmutes nothing', async () => {
    const { mira, jonas, group, db } = await setUp();
    await putRule(mira, `room ${group}`);

    await write(jonas, group, { 'app.sotto.silent': true });

    expect(await unreadIn(mira, group)).toEqual([0, 0]);
    await db.close();
  });

  test('comes in quiet hours, but for whom is excepted, and nobody else is quiet', async () => {
    const { server, mira, jonas, noor, group, db, notifies } = await setUp();
    await setData(mira, 'app.sotto.quiet_hours', { ...nights, except: [noor.userId] });
    server.clock.advanceMs(MONDAY_EVENING_MS - 1 - server.clock.nowMs());

    await write(jonas, group);
    server.clock.advanceMs(1);
    await write(jonas, group, { 'm.mentions': { user_ids: [mira.userId] } });
    await write(noor, group);
    server.clock.advanceMs(9 * HOUR_MS);
    await write(jonas, group);

    expect(await notifies(mira)).toEqual([1, 3, 1, 1]);
    expect(await notifies(noor)).toEqual([1, 1, 1]);
    expect(await unreadIn(mira, group)).toEqual([4, 0]);
    await db.close();
  });

  test('quiet hours are nobody else’s to read or write', async () => {
    const { mira, jonas, db } = await setUp();
    await setData(mira, 'app.sotto.quiet_hours', nights);
    const path = `/_matrix/client/v3/user/${mira.userId}/account_data/app.sotto.quiet_hours`;

    const replies = [await jonas.call('GET', path), await jonas.call('PUT', path, nights)];
    const profile = await jonas.call('GET', `/_matrix/client/v3/profile/${mira.userId}`);

    expect(replies.map(answer)).toEqual(['403 M_FORBIDDEN', '403 M_FORBIDDEN']);
    expect(JSON.stringify(profile.body)).not.toMatch(/Berlin|quiet|22:00/);
    await db.close();
  });

  test.each([
    ['nothing', {}],
    ['a time zone nobody knows', { ...nights, time_zone: 'Mars/Olympus_Mons' }],
    ['an hour too many', { ...nights, to: '24:00' }],
    ['an eighth day', { ...nights, days: [8] }],
    ['more than there is', { ...nights, loud: true }],
    ['101 exceptions', { ...nights, except: Array(101).fill('@a:x.y') }],
  ])('quiet hours are not %s', async (_says, content) => {
    const { mira, db } = await setUp();
    await setData(mira, 'app.sotto.quiet_hours', nights);

    const reply = await setData(mira, 'app.sotto.quiet_hours', content);

    expect(answer(reply)).toBe('400 M_BAD_JSON');
    const kept = await mira.call(
      'GET',
      `/_matrix/client/v3/user/${mira.userId}/account_data/app.sotto.quiet_hours`,
    );
    expect(kept.body).toEqual(nights);
    await db.close();
  });
});
