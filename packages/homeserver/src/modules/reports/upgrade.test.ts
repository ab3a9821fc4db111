import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { brokenRules, upgradeFrom } from '../../testing/upgrade.ts';
import { answer, ask, join, startWith } from '../../testing/people.ts';
import { makeModerator, ownReports, prove, queue, sendFranked } from './testing.ts';

describeEachDatabase('an upgrade', (open) => {
  test('keeps accounts, of which none is suspended or moderates, and messages one can report', async () => {
    const home = await startWith(open, ['mira', 'jonas', 'ada']);
    const roomId = await ask(home.mira, home.jonas);
    await join(home.jonas, roomId);
    const said = await sendFranked(home.mira, roomId, 'an old message');

    const { before, after, server, again } = await upgradeFrom(home.server, '0012-reports');
    const [jonas, ada] = [again(home.jonas), again(home.ada)];

    expect(before['account']).toHaveLength(3);
    expect(after).toMatchObject(before);
    for (const account of after['account'] ?? []) {
      expect(account).toMatchObject({ suspended_ms: null, moderator: 0 });
    }
    expect(answer(await queue(ada))).toBe('403 M_FORBIDDEN');
    await makeModerator(server, 'ada');
    expect(answer(await prove(jonas, roomId, said))).toBe('200');
    expect((await queue(ada)).body.reports).toMatchObject([{ messages: 1, proven: 1 }]);
    expect(await ownReports(jonas)).toHaveLength(1);
  });

  test.each([
    {
      table: 'redacted_frank',
      row: { event_id: '$said', commitment: 'c', redacted_ms: 1 },
      key: ['event_id'],
    },
    {
      table: 'report',
      row: {
        report_id: 'report',
        reporter: '@mira:sotto.test',
        kind: 'person',
        target: '@jonas:sotto.test',
        subject: '@jonas:sotto.test',
        room_id: '!room',
        category: 'spam',
        reason: '',
        created_ms: 1,
        state: 'open',
        outcome: 'none',
        note: 'note',
        closed_ms: 2,
        closed_by: '@ada:sotto.test',
        appeal: 'appeal',
      },
      optional: ['subject', 'room_id', 'outcome', 'note', 'closed_ms', 'closed_by', 'appeal'],
      key: ['report_id'],
    },
    {
      table: 'report_message',
      row: {
        report_key: 1,
        position: 0,
        event_id: '$said',
        sent_ms: 1,
        proof: 'proven',
        type: 'm.room.message',
        content: '{}',
      },
      optional: ['type', 'content'],
      key: ['report_key', 'position'],
    },
    {
      table: 'moderation_action',
      row: {
        report_key: 1,
        moderator: '@ada:sotto.test',
        action: 'warn',
        subject: '@jonas:sotto.test',
        note: '',
        subject_note: '',
        days: 1,
        at_ms: 1,
      },
      optional: ['subject', 'days'],
      key: [],
    },
    {
      table: 'sender_limit',
      row: { user_id: '@jonas:sotto.test', until_ms: 1 },
      key: ['user_id'],
    },
  ])('gives $table its rules', async (rules) => {
    const { server } = await startWith(open, ['mira']);
    await upgradeFrom(server, '0012-reports');

    expect(await brokenRules(server.storage, rules)).toEqual([]);
  });
});
