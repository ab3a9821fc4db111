import './support/sdk-in-node.ts';
import type { EventId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import type { Account, Message, ReportSubject, ReportWish } from '../src/index.ts';
import { signIn, signUp } from './support/person.ts';
import { connect, start, untilMessage, untilSaid, value } from './support/talk.ts';
import { startServer } from './support/test-server.ts';
import { until } from './support/until.ts';

// SAFETY: it names no event, in the form of one.
const NO_EVENT = '$none' as EventId;

/** Mira and Jonas talk; Ada moderates. */
async function setUp() {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  const ada = await signUp(server.baseUrl, 'ada', 'Ada');
  await server.makeModerator('ada');
  const [hers, his] = await connect(mira.account, jonas.account);
  return { server, mira, jonas, ada, hers, his };
}

const wish = (subject: ReportSubject, more: Partial<ReportWish> = {}): ReportWish => ({
  subject,
  category: 'harassment',
  reason: 'rude',
  messages: [],
  alsoBlock: false,
  ...more,
});

function about({ eventId, sender: person }: Message, roomId: ReportWish['subject']): ReportSubject {
  if (eventId === null || roomId.kind !== 'conversation') throw new Error('nothing to report');
  return { kind: 'message', roomId: roomId.roomId, eventId, person };
}

/** The only report in the queue, as moderators see it. */
async function onlyReport({ reports }: Account) {
  const { reports: queue } = await reports.listQueue('open', null);
  const report = await reports.findReport(queue[0]?.id ?? '');
  if (queue.length !== 1 || !report) throw new Error(`${queue.length} reports`);
  return report;
}

test('texts and photos are franked, proven to moderators, and the decision is read and appealed', async () => {
  const { jonas, mira, ada, hers, his } = await setUp();
  const { id: roomId } = his.summary.get();
  const room = { kind: 'conversation', roomId, person: null } as const;
  hers.sendText('You are a fool.');
  const insult = await untilSaid(his, 'You are a fool.');
  hers.sendFiles([new File(['x'], 'fist.jpeg', { type: 'image/jpeg' })], 'This is for you.');
  const photo = await untilMessage(
    his,
    ({ body, eventId }) => body.kind === 'attachment' && eventId !== null,
  );
  const others = await jonas.account.reports.listReportable(roomId, insult.sender.userId);
  const messages = photo.eventId === null ? [] : [photo.eventId];

  await value(jonas.account.reports.report(wish(about(insult, room), { messages })));

  expect(others).toMatchObject([
    { proof: 'proven', words: { kind: 'photo', text: 'This is for you.' } },
    { proof: 'proven', words: { kind: 'text', text: 'You are a fool.' } },
  ]);
  const report = await onlyReport(ada.account);
  expect(report.messages).toMatchObject([
    { proof: 'proven', words: { text: 'You are a fool.' } },
    { proof: 'proven', words: { kind: 'photo' } },
  ]);
  const [, shown] = report.messages;
  const asked = (who: typeof ada) =>
    who.platform.requests.filter(({ path }) => /photos|download|thumbnail/.test(path));
  expect(shown?.photo).toMatchObject({ shown: true });
  expect(asked(ada)).toEqual([]);
  const opened = await ada.account.reports.openPhoto(report.id, shown?.eventId ?? NO_EVENT);
  // The platform of these tests makes every photo the same one; what counts is that its bytes are open.
  expect(opened).toMatchObject({ kind: 'here' });
  const [text] = report.messages;
  const none = await ada.account.reports.openPhoto(report.id, text?.eventId ?? NO_EVENT);
  expect(none).toEqual({ kind: 'gone' });
  ada.platform.cut = /photos/;
  const cut = await ada.account.reports.openPhoto(report.id, shown?.eventId ?? NO_EVENT);
  expect(cut).toEqual({ kind: 'failed' });
  const decision = {
    action: 'suspend',
    note: 'Thank you.',
    subjectNote: 'Stop.',
    days: null,
  } as const;
  await value(ada.account.reports.decide(report.id, decision));
  await until(mira.account.reports.standing, ({ suspended }) => suspended);
  expect(await mira.account.reports.findStanding()).toMatchObject({ notes: [{ note: 'Stop.' }] });
  const [own] = await jonas.account.reports.listOwn();
  expect(own).toMatchObject({ outcome: 'acted', note: 'Thank you.', mayAppeal: true });
  await value(jonas.account.reports.appeal(own?.id ?? '', 'It was worse.'));
  expect(await ada.account.reports.listQueue('appealed', null)).toMatchObject({ appealed: 1 });
  expect([
    await ada.account.reports.amModerator(),
    await jonas.account.reports.amModerator(),
  ]).toEqual([true, false]);
});

test('what was unsent can be reported with its proof, and is shown no more', async () => {
  const { jonas, ada, hers, his } = await setUp();
  const { id: roomId } = his.summary.get();
  hers.sendText('You are a fool.');
  const insult = await untilSaid(his, 'You are a fool.');
  const said = await untilSaid(hers, 'You are a fool.');
  await jonas.account.reports.listReportable(roomId, insult.sender.userId);

  await hers.remove(said.key);
  await untilMessage(his, ({ body }) => body.kind === 'removed');
  const [kept] = await jonas.account.reports.listReportable(roomId, insult.sender.userId);
  const room = { kind: 'conversation', roomId, person: null } as const;
  await value(jonas.account.reports.report(wish(about(insult, room))));

  expect(kept).toMatchObject({
    removed: true,
    proof: 'proven',
    words: { text: 'You are a fool.' },
  });
  expect((await onlyReport(ada.account)).messages).toMatchObject([
    { proof: 'proven', words: { text: 'You are a fool.' } },
  ]);
});

test('a message nobody could prove says so, and is reported without its words', async () => {
  const { mira, jonas, ada, hers, his } = await setUp();
  const { id: roomId } = his.summary.get();
  const room = { kind: 'conversation', roomId, person: null } as const;
  mira.platform.forge = (body) =>
    body.replace(/"commitment":"[^"]*"/, `"commitment":"${'A'.repeat(43)}"`);
  hers.sendText('You are a fool.');
  await untilSaid(his, 'You are a fool.');

  const forged = await untilMessage(his, ({ doubtful }) => doubtful === true);
  await value(jonas.account.reports.report(wish(about(forged, room))));

  expect(forged.body).toMatchObject({ text: 'You are a fool.' });
  expect((await onlyReport(ada.account)).messages).toMatchObject([{ proof: 'none' }]);
});

test('a repeated send is the message it was, with the commitment it had', async () => {
  const { mira, jonas, hers, his } = await setUp();
  const { id: roomId } = his.summary.get();
  mira.platform.loseAnswer(/m\.room\.encrypted/);
  hers.sendText('Once.');

  const message = await untilSaid(his, 'Once.');
  await untilSaid(hers, 'Once.');
  const known = await jonas.account.reports.listReportable(roomId, message.sender.userId);

  expect(known).toMatchObject([{ proof: 'proven', words: { text: 'Once.' } }]);
});

test('a request is reported with what it says, put away, and its sender blocked', async () => {
  const server = await startServer();
  const mira = await signUp(server.baseUrl, 'mira', 'Mira');
  const jonas = await signUp(server.baseUrl, 'jonas', 'Jonas');
  await server.makeModerator('mira');
  const noor = await signUp(server.baseUrl, 'noor', 'Noor');
  const hers = await start(noor.account, jonas.account);
  hers.sendText('Buy my things.');
  const { id, from } = await until(
    jonas.account.requests,
    ([first]) => first?.messages?.some(({ text }) => text === 'Buy my things.') && first,
  );
  const [kept] = await jonas.account.reports.listReportable(id, from.userId);
  const subject = { kind: 'request', roomId: id, person: from } as const;
  const messages = kept ? [kept.eventId] : [];

  await value(jonas.account.reports.report(wish(subject, { messages, alsoBlock: true })));

  expect(jonas.account.requests.get()).toEqual([]);
  await until(jonas.account.people.blocked, (blocked) => blocked.includes(from.userId));
  expect(await onlyReport(mira.account)).toMatchObject({
    messages: [{ proof: 'proven', words: { text: 'Buy my things.' } }],
  });
});

test('a decision is news on all of a reporter’s devices until it is seen on one', async () => {
  const { server, jonas, ada, hers, his } = await setUp();
  const code = jonas.account.newRecoveryCode.get() ?? '';
  jonas.account.keepRecoveryCode();
  const signedIn = await signIn(server.baseUrl, 'jonas');
  await value(signedIn.account.unlockWithCode(code));
  const second = await signedIn.ready();
  hers.sendText('You are a fool.');
  const insult = await untilSaid(his, 'You are a fool.');
  const { id: roomId } = his.summary.get();
  await value(
    jonas.account.reports.report(
      wish(about(insult, { kind: 'conversation', roomId, person: null })),
    ),
  );
  const { id } = await onlyReport(ada.account);
  const before = [jonas.account, second].map(({ reports }) => reports.news.get());

  const decision = { action: 'dismiss', note: 'No.', subjectNote: '', days: null } as const;
  await value(ada.account.reports.decide(id, decision));

  const devices = [jonas.account, second];
  const told = await Promise.all(
    devices.map(({ reports }) => until(reports.news, (since) => since !== null && { since })),
  );
  await value(second.reports.seeNews());
  await Promise.all(devices.map(({ reports }) => until(reports.news, (since) => since === null)));
  const [own] = await jonas.account.reports.listOwn();
  expect(before).toEqual([null, null]);
  expect(told).toEqual([{ since: 0 }, { since: 0 }]);
  expect(own?.closedMs).toBeGreaterThan(0);
  expect(ada.account.reports.news.get()).toBeNull();
});
