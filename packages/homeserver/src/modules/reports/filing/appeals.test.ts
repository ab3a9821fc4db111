import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { answer, ask, join, startWith } from '../../../testing/people.ts';
import {
  act,
  appeal,
  details,
  makeModerator,
  ownReports,
  prove,
  queue,
  reportUser,
  sendFranked,
} from '../testing.ts';

const DAY_MS = 86_400_000;

describeEachDatabase('appeals', (open) => {
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'ada']);
    await makeModerator(all.server, 'ada');
    const reply = await reportUser(all.jonas, all.mira.userId, { reason: 'rude' });
    return { ...all, id: String(reply.body['app.sotto.report_id']) };
  }

  test('the reporter reads what became of it, and says once why it was wrong', async () => {
    const { mira, jonas, ada, id } = await setUp();
    const before = await ownReports(jonas);
    await act(ada, id, { action: 'dismiss', note: 'This is not against the rules.' });
    const decided = await ownReports(jonas);

    const early = await appeal(mira, id, 'let me see');
    const first = await appeal(jonas, id, ' They did it again. ');
    const second = await appeal(jonas, id, 'And again.');

    expect(before).toMatchObject([{ state: 'open', reason: 'rude', may_appeal: false }]);
    expect(decided).toMatchObject([
      { state: 'closed', outcome: 'dismissed', note: 'This is not against the rules.' },
    ]);
    expect(decided[0]?.may_appeal).toBe(true);
    expect([early, first, second].map(answer)).toEqual([
      '404 M_NOT_FOUND',
      '200',
      '403 M_FORBIDDEN',
    ]);
    expect(await ownReports(jonas)).toMatchObject([
      { state: 'appealed', appeal: 'They did it again.', may_appeal: false },
    ]);
    expect((await queue(ada)).body).toMatchObject({ reports: [], open: 0, appealed: 1 });
    expect((await queue(ada, '?state=appealed')).body.reports).toMatchObject([{ report_id: id }]);
    expect((await details(ada, id)).body).toMatchObject({
      appeal: 'They did it again.',
      decided_by_you: true,
    });
  });

  test('the decision about an appeal is the last word', async () => {
    const { jonas, ada, id } = await setUp();
    await act(ada, id, { action: 'dismiss' });
    await appeal(jonas, id, 'Look again.');

    await act(ada, id, { action: 'warn', subject_note: 'Be kind.', note: 'You were right.' });

    expect(await ownReports(jonas)).toMatchObject([
      { state: 'closed', outcome: 'acted', note: 'You were right.', may_appeal: false },
    ]);
    expect(answer(await appeal(jonas, id, 'Again.'))).toBe('403 M_FORBIDDEN');
  });

  test('an appeal that is dismissed does not undo what was done', async () => {
    const { jonas, ada, id } = await setUp();
    await act(ada, id, { action: 'warn', subject_note: 'Be kind.' });
    await appeal(jonas, id, 'That is not enough.');

    await act(ada, id, { action: 'dismiss', note: 'It is.' });

    expect(await ownReports(jonas)).toMatchObject([{ outcome: 'acted', note: 'It is.' }]);
  });

  test.each([
    { says: 'before anything was decided', days: null, text: 'why', code: '400 M_INVALID_PARAM' },
    { says: 'on the thirtieth day', days: 30, text: 'why', code: '200' },
    { says: 'after thirty days', days: 30.001, text: 'why', code: '403 M_FORBIDDEN' },
    { says: 'without a word', days: 0, text: '  ', code: '400 M_INVALID_PARAM' },
    { says: 'at endless length', days: 0, text: 'x'.repeat(501), code: '400 M_BAD_JSON' },
  ])('$says an appeal is answered with $code', async ({ days, text, code }) => {
    const { server, jonas, ada, id } = await setUp();
    if (days !== null) {
      await act(ada, id, { action: 'dismiss' });
      server.clock.advanceMs(days * DAY_MS);
    }

    expect(answer(await appeal(jonas, id, text))).toBe(code);
  });

  test('several appeals at once are one', async () => {
    const { jonas, ada, id } = await setUp();
    await act(ada, id, { action: 'dismiss' });

    const replies = await Promise.all(['a', 'b', 'c'].map((text) => appeal(jonas, id, text)));

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('half a year after the decision, what was said is forgotten and the decision is not', async () => {
    const { server, mira, jonas, ada } = await setUp();
    const roomId = await ask(mira, jonas);
    await join(jonas, roomId);
    const said = await sendFranked(mira, roomId, 'hello');
    const { body } = await prove(jonas, roomId, said, { reason: 'rude' });
    const id = body['app.sotto.report_id'];
    await act(ada, id, { action: 'dismiss', note: 'No.' });

    server.clock.advanceMs(180 * DAY_MS);
    await server.server.reports.sweep();
    const before = (await details(ada, id)).body;
    server.clock.advanceMs(1);
    await server.server.reports.sweep();
    const after = (await details(ada, id)).body;

    expect(before).toMatchObject({ reason: 'rude', messages: [{ proof: 'proven' }] });
    expect(after).toMatchObject({ reason: '', messages: [], outcome: 'dismissed', note: 'No.' });
  });
});
