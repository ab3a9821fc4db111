import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import { answer, ask, join, SOTTO, startWith, V3 } from '../../../testing/people.ts';
import { act, details, makeModerator, prove, queue, reportUser, sendFranked } from '../testing.ts';

const FORBIDDEN = '403 M_FORBIDDEN';

describeEachDatabase('the queue', (open) => {
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'noor', 'ada', 'otto']);
    await makeModerator(all.server, 'ada');
    await makeModerator(all.server, 'otto');
    const reply = await reportUser(all.jonas, all.mira.userId, { reason: 'rude' });
    return { ...all, id: String(reply.body['app.sotto.report_id']) };
  }

  test('only moderators learn whether there is anything to decide', async () => {
    const { server, jonas, mira, ada, id } = await setUp();
    const dismissal = { action: 'dismiss' };

    for (const by of [jonas, mira]) {
      const replies = [
        await queue(by),
        await queue(by, '?state=closed'),
        await details(by, id),
        await details(by, 'nothing'),
        await act(by, id, dismissal),
        await act(by, 'nothing', dismissal),
      ];
      expect(new Set(replies.map(answer))).toEqual(new Set([FORBIDDEN]));
      expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    }
    const strangers = [
      await server.call('GET', `${SOTTO}/moderation/reports`),
      await server.call('GET', `${SOTTO}/moderation/reports/${id}`),
    ];
    expect(strangers.map(answer)).toEqual(['401 M_MISSING_TOKEN', '401 M_MISSING_TOKEN']);
    expect((await details(ada, 'nothing')).status).toBe(404);
  });

  test('clients are told who is a moderator, and the operator can end it at once', async () => {
    const { server, jonas, ada } = await setUp();
    const told = async (by: TestDevice) =>
      (await by.call('GET', `${V3}/capabilities`)).body.capabilities['app.sotto.moderation'];

    const before = [await told(ada), await told(jonas)];
    await makeModerator(server, 'ada', false);

    expect(before).toEqual([{ enabled: true }, { enabled: false }]);
    expect(await told(ada)).toEqual({ enabled: false });
    expect(answer(await queue(ada))).toBe(FORBIDDEN);
  });

  test('nobody becomes a moderator by taking a name', async () => {
    const { server } = await setUp();

    await expect(makeModerator(server, 'future')).rejects.toMatchObject({
      code: 'account_not_found',
    });
    const future = await server.signUp('future');

    expect(answer(await queue(future))).toBe(FORBIDDEN);
  });

  test('a report shows what was reported, and neither who did nor anything beside it', async () => {
    const { mira, jonas, noor, ada } = await setUp();
    const roomId = await ask(mira, jonas);
    await join(jonas, roomId);
    await mira.call('POST', `${V3}/rooms/${roomId}/invite`, { user_id: noor.userId });
    await sendFranked(mira, roomId, 'before');
    const said = await sendFranked(mira, roomId, 'the reported one');
    await sendFranked(mira, roomId, 'after');
    const reply = await prove(jonas, roomId, said, { reason: 'rude' });

    const { body } = await details(ada, reply.body['app.sotto.report_id']);
    const { body: page } = await queue(ada);

    const shown = JSON.stringify([body, page]);
    for (const secret of [jonas.userId, noor.userId, roomId, 'before', 'after']) {
      expect(shown).not.toContain(secret);
    }
    expect(body.subject).toMatchObject({
      user_id: mira.userId,
      account_created_ts: expect.any(Number),
      reports: 2,
      reporters: 1,
      open: 2,
      suspended: false,
      history: [],
    });
    expect(body.reporter).toEqual({ acted: 0, dismissed: 0 });
  });

  test('the queue is read page by page, from either end, and in three views', async () => {
    const { server, jonas, ada, id } = await setUp();
    const ids = [id];
    for (let index = 0; index < 4; index += 1) {
      const guest = await server.signUp(`p${index}`);
      const { body } = await reportUser(jonas, guest.userId);
      ids.push(body['app.sotto.report_id']);
    }
    await act(ada, ids[0] ?? '', { action: 'dismiss' });
    const listed = ({ body }: Awaited<ReturnType<typeof queue>>): string[] =>
      body.reports.map((one: { report_id: string }) => one.report_id);

    const first = await queue(ada, '?limit=3');
    const second = await queue(ada, `?limit=3&from=${first.body.next}`);
    const oldest = await queue(ada, '?order=oldest&limit=2');
    const closed = await queue(ada, '?state=closed');

    expect([...listed(first), ...listed(second)]).toEqual(ids.slice(1).reverse());
    expect(second.body).not.toHaveProperty('next');
    expect(listed(oldest)).toEqual(ids.slice(1, 3));
    expect(listed(closed)).toEqual([ids[0]]);
    expect(first.body.open).toBe(4);
  });

  test.each([
    '?from=-1',
    '?from=1e3',
    '?from=x',
    '?limit=0',
    '?limit=x',
    '?state=secret',
    '?order=up',
  ])('a page that cannot be (%s) is refused', async (query) => {
    const { ada } = await setUp();

    expect((await queue(ada, query)).status).toBe(400);
  });
});
