import { describe, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { answer, ask, send, startWith, syncRooms, V3 } from '../../../testing/people.ts';
import { act, details, makeModerator, reportUser } from '../testing.ts';

const NOBODY = '@nobody:sotto.test';
const FORBIDDEN = '403 M_FORBIDDEN';

const path = (userId: string) => `/_matrix/client/v1/admin/suspend/${encodeURIComponent(userId)}`;
const isSuspended = (by: TestDevice, userId: string) => by.call('GET', path(userId));
const suspend = (by: TestDevice, userId: string, suspended: unknown = true) =>
  by.call('PUT', path(userId), { suspended });

describeEachDatabase('suspending by the specification', (open) => {
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'ada', 'otto']);
    await makeModerator(all.server, 'ada');
    await makeModerator(all.server, 'otto');
    return { ...all, roomId: await ask(all.mira, all.jonas) };
  }

  test('ends writing at once, is told to the person, and can be taken back', async () => {
    const { mira, ada, roomId } = await setUp();
    const { next } = await syncRooms(mira);
    const before = await isSuspended(ada, mira.userId);

    const done = await suspend(ada, mira.userId);
    const refused = await send(mira, roomId, 'hello');
    const told = JSON.stringify((await syncRooms(mira, next)).body.account_data);
    const during = await isSuspended(ada, mira.userId);
    await suspend(ada, mira.userId, false);

    expect([before, done, during].map(({ body }) => body)).toEqual([
      { suspended: false },
      { suspended: true },
      { suspended: true },
    ]);
    expect(answer(refused)).toBe('403 M_USER_SUSPENDED');
    expect(told).toContain('"suspended":true');
    expect(told).not.toContain('ada');
    expect(answer(await send(mira, roomId, 'hello'))).toBe('200');
    expect((await isSuspended(ada, mira.userId)).body).toEqual({ suspended: false });
  });

  test('is one with what is done about reports: each ends the other, and both are kept', async () => {
    const { mira, jonas, ada } = await setUp();
    const { body } = await reportUser(jonas, mira.userId);
    const id = body['app.sotto.report_id'];
    await suspend(ada, mira.userId);

    const seen = (await details(ada, id)).body.subject;
    await act(ada, id, { action: 'lift' });
    const lifted = await isSuspended(ada, mira.userId);
    await act(ada, id, { action: 'suspend', subject_note: 'Stop.' });
    const again = await isSuspended(ada, mira.userId);
    await suspend(ada, mira.userId, false);

    expect(seen).toMatchObject({
      suspended: true,
      history: [{ moderator: ada.userId, action: 'suspend', subject_note: '' }],
    });
    expect([lifted, again].map(({ body: told }) => told.suspended)).toEqual([false, true]);
    const { subject, history } = (await details(ada, id)).body;
    expect(subject.history.map(({ action }: { action: string }) => action)).toEqual([
      'lift',
      'suspend',
      'lift',
      'suspend',
    ]);
    // What was done without the report is no part of it.
    expect(history.map(({ action }: { action: string }) => action)).toEqual(['lift', 'suspend']);
  });

  test('twice is once', async () => {
    const { mira, jonas, ada } = await setUp();
    const { body } = await reportUser(jonas, mira.userId);

    const replies = [
      await suspend(ada, mira.userId),
      await suspend(ada, mira.userId),
      await suspend(ada, jonas.userId, false),
    ];

    expect(replies.map(answer)).toEqual(['200', '200', '200']);
    const { subject } = (await details(ada, body['app.sotto.report_id'])).body;
    expect(subject.history).toHaveLength(1);
  });

  test('nothing is lifted of whoever is limited and not suspended', async () => {
    const { mira, jonas, ada } = await setUp();
    const { body } = await reportUser(jonas, mira.userId);
    const id = body['app.sotto.report_id'];
    await act(ada, id, { action: 'limit', days: 3, subject_note: 'Slow down.' });

    await suspend(ada, mira.userId, false);

    expect((await details(ada, id)).body.subject.limited_until).toBeGreaterThan(0);
  });

  describe('is refused', () => {
    test('to whoever is no moderator, who learns of nobody whether they exist', async () => {
      const { server, mira, jonas, ada } = await setUp();
      const replies = [];
      for (const userId of [jonas.userId, mira.userId, NOBODY, '@x:elsewhere.test', 'nonsense']) {
        replies.push(await isSuspended(mira, userId), await suspend(mira, userId));
      }
      await makeModerator(server, 'ada', false);
      replies.push(await suspend(ada, mira.userId), await isSuspended(ada, mira.userId));

      expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(new Set(replies.map(answer))).toEqual(new Set([FORBIDDEN]));
      const unknown = await server.call('GET', path(mira.userId));
      expect(answer(unknown)).toBe('401 M_MISSING_TOKEN');
    });

    test('of moderators, by others and by themselves', async () => {
      const { ada, otto } = await setUp();

      const replies = [
        await suspend(ada, otto.userId),
        await suspend(ada, otto.userId, false),
        await isSuspended(ada, otto.userId),
        await suspend(ada, ada.userId),
      ];

      expect(replies.map(answer)).toEqual([FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN]);
      expect((await isSuspended(otto, otto.userId)).body).toEqual({ suspended: false });
    });

    test('of nobody, of who has left, of people elsewhere, and without a word', async () => {
      const { mira, jonas, ada } = await setUp();
      const auth = {
        type: 'm.login.password',
        identifier: { type: 'm.id.user', user: 'jonas' },
        password: 'correct horse battery staple',
      };
      await jonas.call('POST', `${V3}/account/deactivate`, { auth });
      const elsewhere = '@mira:elsewhere.test';

      const replies = [
        await suspend(ada, NOBODY),
        await isSuspended(ada, NOBODY),
        await suspend(ada, jonas.userId),
        await isSuspended(ada, jonas.userId),
        await suspend(ada, elsewhere),
        await isSuspended(ada, elsewhere),
        await suspend(ada, 'nonsense'),
        await suspend(ada, mira.userId, 'yes'),
        await ada.call('PUT', path(mira.userId), {}),
      ];

      const [gone, invalid, bad] = ['404 M_NOT_FOUND', '400 M_INVALID_PARAM', '400 M_BAD_JSON'];
      expect(replies.map(answer)).toEqual([
        gone,
        gone,
        gone,
        gone,
        invalid,
        invalid,
        invalid,
        bad,
        bad,
      ]);
      expect((await isSuspended(ada, mira.userId)).body).toEqual({ suspended: false });
    });
  });

  test('is told of by capability to moderators alone', async () => {
    const { mira, ada } = await setUp();
    const told = async (by: TestDevice) =>
      (await by.call('GET', `${V3}/capabilities`)).body.capabilities['m.account_moderation'];

    expect(await told(ada)).toEqual({ suspend: true, lock: false });
    expect(await told(mira)).toBeUndefined();
  });
});
