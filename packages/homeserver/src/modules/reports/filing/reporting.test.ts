import { FRANK_FIELD } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { HomeserverOptions } from '../../../options.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  ask,
  join,
  setAccountData,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import {
  act,
  makeModerator,
  ownReports,
  prove,
  queue,
  report,
  reportRoom,
  reportUser,
  sendFranked,
} from '../testing.ts';

const DAY_MS = 86_400_000;

describeEachDatabase('reporting', (open) => {
  async function setUp(overrides: Partial<HomeserverOptions> = {}) {
    const all = await startWith(open, ['mira', 'jonas', 'noor', 'ada'], overrides);
    await makeModerator(all.server, 'ada');
    const roomId = await ask(all.mira, all.jonas);
    await join(all.jonas, roomId);
    return { ...all, roomId };
  }

  const openCount = async (ada: TestDevice) => (await queue(ada)).body.open;

  test('the specification’s reports need nothing but a body', async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');

    const replies = [
      await report(jonas, roomId, said.eventId, { reason: 'rude', score: -100 }),
      await reportUser(jonas, mira.userId, { reason: 'rude' }),
      await reportRoom(jonas, roomId),
    ];

    expect(replies.map(answer)).toEqual(['200', '200', '200']);
    expect((await queue(ada)).body.reports).toMatchObject([
      { kind: 'conversation', user_id: mira.userId, category: 'other', messages: 0 },
      { kind: 'person', user_id: mira.userId },
      { kind: 'message', user_id: mira.userId, messages: 1, proven: 0 },
    ]);
  });

  test('who does not sign in reports nothing', async () => {
    const { server, mira, roomId } = await setUp();
    const paths = [
      `${V3}/rooms/${roomId}/report`,
      `${V3}/rooms/${roomId}/report/$x`,
      `${V3}/users/${mira.userId}/report`,
    ];

    for (const path of paths) {
      expect(answer(await server.call('POST', path, {}))).toBe('401 M_MISSING_TOKEN');
      expect(answer(await server.call('POST', path, {}, 'forged'))).toBe('401 M_UNKNOWN_TOKEN');
    }
  });

  test.each([
    { says: 'a reason that is too long', body: { reason: 'x'.repeat(1_001) } },
    { says: 'a reason that is no text', body: { reason: 7 } },
    { says: 'a category there is not', body: { 'app.sotto.category': 'boring' } },
    { says: 'a proof that is no object', body: { [FRANK_FIELD]: 'trust me' } },
    { says: 'a proof without a type', body: { [FRANK_FIELD]: { content: {} } } },
    { says: 'a proof of a text', body: { [FRANK_FIELD]: { type: 'm.x', content: 'x' } } },
    {
      says: 'a key of endless length',
      body: { [FRANK_FIELD]: { key: 'A'.repeat(65), type: 'x', content: {} } },
    },
    {
      says: 'a sixth message',
      body: { 'app.sotto.more': ['$1', '$2', '$3', '$4', '$5'].map((id) => ({ event_id: id })) },
    },
    { says: 'no object at all', body: [] },
  ])('$says is refused', async ({ body }) => {
    const { mira, jonas, ada, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');

    expect(answer(await report(jonas, roomId, said.eventId, body))).toBe('400 M_BAD_JSON');
    expect(await openCount(ada)).toBe(0);
  });

  test('a body of megabytes is refused before it is read', async () => {
    const { mira, jonas, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');

    const reply = await report(jonas, roomId, said.eventId, { reason: 'x'.repeat(500_000) });

    expect(answer(reply)).toBe('413 M_TOO_LARGE');
  });

  test('a message is reported once, however often it is reported', async () => {
    const { mira, jonas, noor, ada, roomId } = await setUp();
    await mira.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: noor.userId });
    await join(noor, roomId);
    const said = await sendFranked(mira, roomId, 'hello');

    const first = await prove(jonas, roomId, said);
    const again = await prove(jonas, roomId, said, { reason: 'and another thing' });
    const byAnother = await prove(noor, roomId, said);

    expect(again.body).toEqual(first.body);
    expect(byAnother.body).not.toEqual(first.body);
    expect(await openCount(ada)).toBe(2);
    await act(ada, first.body['app.sotto.report_id'], { action: 'dismiss' });
    expect((await prove(jonas, roomId, said)).body).toEqual(first.body);
    expect(await openCount(ada)).toBe(1);
  });

  test('a person can be reported again once the first report was decided', async () => {
    const { mira, jonas, ada } = await setUp();

    const first = await reportUser(jonas, mira.userId);
    const again = await reportUser(jonas, mira.userId);
    await act(ada, first.body['app.sotto.report_id'], { action: 'dismiss' });
    const later = await reportUser(jonas, mira.userId);

    expect(again.body).toEqual(first.body);
    expect(later.body).not.toEqual(first.body);
    expect(await ownReports(jonas)).toHaveLength(2);
  });

  test('a thousand reports of one message at once are one', { timeout: 60_000 }, async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');

    const replies = await Promise.all(
      Array.from({ length: 1_000 }, () => prove(jonas, roomId, said)),
    );

    expect(new Set(replies.map(answer))).toEqual(new Set(['200']));
    expect(new Set(replies.map(({ body }) => body['app.sotto.report_id'])).size).toBe(1);
    expect(await openCount(ada)).toBe(1);
  });

  test('of many reports at once as many are taken as a day allows', async () => {
    const { server, jonas, ada } = await setUp({ reportsPerDay: 5 });
    const others: TestDevice[] = [];
    for (let index = 0; index < 8; index += 1) others.push(await server.signUp(`p${index}`));

    const replies = await Promise.all(others.map(({ userId }) => reportUser(jonas, userId)));

    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(3);
    expect(refused[0]?.body).toMatchObject({
      errcode: 'M_LIMIT_EXCEEDED',
      error: 'You have reported a lot today. Try again tomorrow.',
      retry_after_ms: DAY_MS,
    });
    expect(await openCount(ada)).toBe(5);
    server.clock.advanceMs(DAY_MS);
    const [last] = others.slice(-1);
    expect(answer(await reportUser(jonas, last?.userId ?? ''))).toBe('200');
  });

  test('the limit is one person’s own, and a repeat is not refused by it', async () => {
    const { mira, jonas, noor } = await setUp({ reportsPerDay: 1 });
    await reportUser(jonas, mira.userId);

    const replies = [
      await reportUser(jonas, mira.userId),
      await reportUser(jonas, noor.userId),
      await reportUser(noor, mira.userId),
    ];

    expect(replies.map(answer)).toEqual(['200', '429 M_LIMIT_EXCEEDED', '200']);
  });

  test('a clock that is set back neither loses reports nor gives new ones', async () => {
    const { server, mira, jonas, noor } = await setUp({ reportsPerDay: 1 });
    await reportUser(jonas, mira.userId);

    server.clock.advanceMs(-3 * DAY_MS);
    const reply = await reportUser(jonas, noor.userId);

    expect(answer(reply)).toBe('429 M_LIMIT_EXCEEDED');
    expect(await ownReports(jonas)).toHaveLength(1);
  });

  test('nobody learns from a report whether somebody hidden, or a conversation, exists', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    await setAccountData(noor, 'app.sotto.discoverability', { mode: 'hidden' });

    const people = [
      await reportUser(jonas, noor.userId),
      await reportUser(jonas, '@nobody:sotto.test'),
      await reportUser(jonas, 'nonsense'),
      await reportUser(jonas, '@mira:elsewhere.test'),
    ];
    const rooms = [await reportRoom(noor, roomId), await reportRoom(noor, '!none:sotto.test')];

    expect(new Set(people.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set([...people, ...rooms].map(answer))).toEqual(new Set(['404 M_NOT_FOUND']));
    expect(rooms[0]?.body).toEqual(rooms[1]?.body);
    expect(answer(await reportUser(mira, mira.userId))).toBe('400 M_INVALID_PARAM');
  });

  test('the reported person learns nothing, in sync or by asking', async () => {
    const { mira, jonas, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');
    const { next } = await syncRooms(mira);
    await prove(jonas, roomId, said);
    await reportUser(jonas, mira.userId);

    const { body } = await syncRooms(mira, next);

    expect(JSON.stringify(body)).not.toContain('report');
    expect(body.account_data?.events ?? []).toEqual([]);
    expect(await ownReports(mira)).toEqual([]);
  });
});
