import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  setAccountData,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import { act, details, makeModerator, ownReports, reportRoom, reportUser } from '../testing.ts';

const DAY_MS = 86_400_000;
const FORBIDDEN = '403 M_FORBIDDEN';

describeEachDatabase('decisions', (open) => {
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'noor', 'ada', 'otto']);
    await makeModerator(all.server, 'ada');
    await makeModerator(all.server, 'otto');
    const reply = await reportUser(all.jonas, all.mira.userId, { reason: 'rude' });
    return { ...all, id: String(reply.body['app.sotto.report_id']) };
  }

  const standingOf = async (by: TestDevice) => {
    const path = `${V3}/user/${by.userId}/account_data/app.sotto.standing`;
    return (await by.call('GET', path)).body;
  };

  test.each([
    {
      says: 'a limit without an end',
      body: { action: 'limit', subject_note: 'x' },
      code: 'M_MISSING_PARAM',
    },
    {
      says: 'a limit for ever',
      body: { action: 'limit', subject_note: 'x', days: 91 },
      code: 'M_BAD_JSON',
    },
    {
      says: 'a limit for half a day',
      body: { action: 'limit', subject_note: 'x', days: 0.5 },
      code: 'M_BAD_JSON',
    },
    {
      says: 'a warning without words',
      body: { action: 'warn', subject_note: ' ' },
      code: 'M_MISSING_PARAM',
    },
    { says: 'a silent suspension', body: { action: 'suspend' }, code: 'M_MISSING_PARAM' },
    {
      says: 'an endless note',
      body: { action: 'dismiss', note: 'x'.repeat(501) },
      code: 'M_BAD_JSON',
    },
    { says: 'an action there is not', body: { action: 'hang' }, code: 'M_BAD_JSON' },
  ])('$says is refused, and the report stays open', async ({ body, code }) => {
    const { ada, id } = await setUp();

    expect(answer(await act(ada, id, body))).toBe(`400 ${code}`);
    expect((await details(ada, id)).body).toMatchObject({ state: 'open', history: [] });
  });

  test('a warning reaches whom it is about, and says nothing of who reported', async () => {
    const { mira, jonas, ada, id } = await setUp();
    const { next } = await syncRooms(mira);

    await act(ada, id, { action: 'warn', subject_note: 'Be kind.', note: 'We have warned them.' });

    const { body } = await syncRooms(mira, next);
    expect(body.account_data.events).toEqual([
      {
        type: 'app.sotto.standing',
        content: {
          suspended: false,
          notes: [{ action: 'warn', note: 'Be kind.', at_ts: expect.any(Number) }],
        },
      },
    ]);
    for (const secret of [jonas.userId, ada.userId, id, 'rude', 'We have warned them.']) {
      expect(JSON.stringify(body)).not.toContain(secret);
    }
  });

  test('the reporter is told that there is a decision, and the note', async () => {
    const { jonas, ada, id } = await setUp();
    const { next } = await syncRooms(jonas);

    await act(ada, id, { action: 'warn', subject_note: 'Be kind.', note: 'Thank you.' });

    const { body } = await syncRooms(jonas, next);
    expect(body.account_data.events).toMatchObject([{ type: 'app.sotto.report_news' }]);
    expect(await ownReports(jonas)).toMatchObject([{ outcome: 'acted', note: 'Thank you.' }]);
    expect(JSON.stringify(await ownReports(jonas))).not.toMatch(/Be kind|ada|warn/);
  });

  test('nobody writes their own standing', async () => {
    const { mira, ada, id } = await setUp();
    await act(ada, id, { action: 'suspend', subject_note: 'Stop.' });

    const reply = await setAccountData(mira, 'app.sotto.standing', { suspended: false, notes: [] });

    expect(answer(reply)).toBe(FORBIDDEN);
    expect(await standingOf(mira)).toMatchObject({ suspended: true });
  });

  test('a limit leaves one first contact a day, until its days are over', async () => {
    const { server, mira, jonas, noor, otto, ada, id } = await setUp();
    await act(ada, id, { action: 'limit', subject_note: 'Slow down.', days: 3 });

    const first = await startDirect(mira, noor);
    const second = await startDirect(mira, otto);
    const standing = await standingOf(mira);
    server.clock.advanceMs(3 * DAY_MS);
    const later = [await startDirect(mira, otto), await startDirect(mira, jonas)];

    expect([first, second, ...later].map(answer)).toEqual([
      '200',
      '429 M_LIMIT_EXCEEDED',
      '200',
      '200',
    ]);
    expect(standing.limited_until - standing.notes[0].at_ts).toBe(3 * DAY_MS);
  });

  test('of two decisions at once one counts, and the other is told so', async () => {
    const { mira, ada, otto, id } = await setUp();

    const replies = await Promise.all([
      act(ada, id, { action: 'dismiss' }),
      act(otto, id, { action: 'suspend', subject_note: 'Stop.' }),
    ]);

    expect(replies.map(answer).toSorted()).toEqual(['200', '409 APP.SOTTO.REPORT_DECIDED']);
    const { body } = await details(ada, id);
    expect(body.history).toHaveLength(1);
    const isSuspended = body.history[0].action === 'suspend';
    expect((await startDirect(mira, otto)).status).toBe(isSuspended ? 403 : 200);
  });

  test('moderators cannot act on moderators, themselves among them', async () => {
    const { jonas, ada, otto } = await setUp();
    const { body } = await reportUser(jonas, ada.userId);
    const id = body['app.sotto.report_id'];
    const suspension = { action: 'suspend', subject_note: 'Stop.' };

    const replies = [await act(ada, id, suspension), await act(otto, id, suspension)];

    expect(replies.map(answer)).toEqual([FORBIDDEN, FORBIDDEN]);
    expect((await details(otto, id)).body).toMatchObject({ state: 'open', history: [] });
    expect(answer(await act(otto, id, { action: 'dismiss' }))).toBe('200');
  });

  test('a group, or somebody who is gone, can only be dismissed', async () => {
    const { server, mira, jonas, noor, ada, id } = await setUp();
    const made = await mira.call('POST', `${V3}/createRoom`, {
      invite: [jonas.userId, noor.userId],
    });
    const group = await reportRoom(jonas, made.body.room_id);
    const auth = { type: 'm.login.password', password: 'correct horse battery staple' };
    const identifier = { type: 'm.id.user', user: 'mira' };
    const gone = await server.call(
      'POST',
      `${V3}/account/deactivate`,
      { auth: { ...auth, identifier } },
      mira.accessToken,
    );
    const suspension = { action: 'suspend', subject_note: 'Stop.' };

    const replies = [
      await act(ada, group.body['app.sotto.report_id'], suspension),
      await act(ada, id, suspension),
      await act(ada, id, { action: 'dismiss' }),
    ];

    expect(gone.status).toBe(200);
    expect(replies.map(answer)).toEqual(['400 M_INVALID_PARAM', '400 M_INVALID_PARAM', '200']);
  });

  test('what was done can only be added to, and outlives what it was done to', async () => {
    const { server, mira, ada, otto, id } = await setUp();
    await act(ada, id, { action: 'suspend', subject_note: 'Stop.', note: 'Done.' });
    await act(otto, id, { action: 'lift', subject_note: 'Welcome back.' });

    const { body } = await details(ada, id);
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    const rows = await sql`select moderator, action from moderation_action`.execute(db.read);
    await db.close();

    const done = [
      { moderator: ada.userId, action: 'suspend', subject_note: 'Stop.', note: 'Done.' },
      { moderator: otto.userId, action: 'lift', subject_note: 'Welcome back.', note: '' },
    ];
    expect(body.history).toMatchObject(done);
    expect(body.subject.history).toMatchObject(done.toReversed());
    expect(rows.rows).toHaveLength(2);
    expect(await standingOf(mira)).toMatchObject({
      suspended: false,
      notes: [{ action: 'lift' }, { action: 'suspend' }],
    });
  });
});
