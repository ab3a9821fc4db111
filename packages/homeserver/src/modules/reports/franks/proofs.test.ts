import { sql } from 'kysely';
import { FRANK_FIELD } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { answer, ask, block, join, send, startWith } from '../../../testing/people.ts';
import {
  commit,
  details,
  makeModerator,
  newKey,
  ownReports,
  prove,
  queue,
  redact,
  report,
  sendEncrypted,
  sendFranked,
} from '../testing.ts';

const DAY_MS = 86_400_000;

describeEachDatabase('proofs', (open) => {
  /** Mira and Jonas talk; Ada moderates; Noor has nothing to do with it. */
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'noor', 'ada']);
    await makeModerator(all.server, 'ada');
    const roomId = await ask(all.mira, all.jonas);
    await join(all.jonas, roomId);
    return { ...all, roomId };
  }

  test('what a franked message said is shown to moderators as proven, without its key', async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const insult = await sendFranked(mira, roomId, 'you are a fool');

    const reply = await prove(jonas, roomId, insult, { 'app.sotto.category': 'harassment' });

    expect(reply.status).toBe(200);
    const { body } = await details(ada, reply.body['app.sotto.report_id']);
    expect(body.messages).toEqual([
      {
        event_id: insult.eventId,
        sent_ts: expect.any(Number),
        proof: 'proven',
        type: 'm.room.message',
        content: { msgtype: 'm.text', body: 'you are a fool' },
      },
    ]);
    expect(body).toMatchObject({ category: 'harassment', subject: { user_id: mira.userId } });
    expect(JSON.stringify(body)).not.toContain(insult.disclosure.key);
  });

  test('a forged or foreign proof is refused, and nothing is stored', async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'good morning');
    const other = await sendFranked(mira, roomId, 'good night');
    const groupReply = await mira.call('POST', '/_matrix/client/v3/createRoom', {
      invite: [jonas.userId],
    });
    const group: string = groupReply.body.room_id;
    await join(jonas, group);
    const inGroup = await sendFranked(mira, group, 'good day');
    const { disclosure } = said;
    const swapped = { ...disclosure, content: { ...disclosure.content, body: 'I will hurt you' } };
    const forgeries = [
      swapped,
      { ...disclosure, key: newKey() },
      { ...disclosure, key: 'not a key' },
      { ...disclosure, key: `${disclosure.key ?? ''}=` },
      { ...disclosure, type: 'm.sticker' },
      { ...disclosure, content: { ...disclosure.content, formatted_body: '<b>x</b>' } },
      other.disclosure,
      inGroup.disclosure,
    ];

    const answers = [];
    for (const forged of forgeries) {
      answers.push(answer(await report(jonas, roomId, said.eventId, { [FRANK_FIELD]: forged })));
    }

    expect(new Set(answers)).toEqual(new Set(['400 APP.SOTTO.PROOF_INVALID']));
    expect((await queue(ada)).body.reports).toEqual([]);
    expect(await ownReports(jonas)).toEqual([]);
  });

  test('a proof made for one room proves nothing in another', async () => {
    const { mira, jonas, roomId } = await setUp();
    const key = newKey();
    const said = { key, type: 'm.room.message', content: { msgtype: 'm.text', body: 'hi' } };
    const frank = { commitment: commit(key, '!other:sotto.test', said), v: 1 };
    const { body } = await sendEncrypted(mira, roomId, { [FRANK_FIELD]: frank });

    const reply = await report(jonas, roomId, body.event_id, { [FRANK_FIELD]: said });

    expect(answer(reply)).toBe('400 APP.SOTTO.PROOF_INVALID');
    expect(reply.body.error).toBe('The proof does not fit this message.');
  });

  test('one bad proof among several refuses the whole report', async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const [one, two] = [await sendFranked(mira, roomId, '1'), await sendFranked(mira, roomId, '2')];
    const more = [{ event_id: two.eventId, [FRANK_FIELD]: { ...two.disclosure, key: newKey() } }];

    const reply = await prove(jonas, roomId, one, { 'app.sotto.more': more });

    expect(answer(reply)).toBe('400 APP.SOTTO.PROOF_INVALID');
    expect((await queue(ada)).body.open).toBe(0);
  });

  test('what a franked message said cannot merely be claimed', async () => {
    const { mira, jonas, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');
    const { key: _key, ...claim } = said.disclosure;

    const reply = await report(jonas, roomId, said.eventId, { [FRANK_FIELD]: claim });

    expect(answer(reply)).toBe('400 APP.SOTTO.PROOF_MISSING');
  });

  test('what another client encrypted can be claimed, and moderators see that it is a claim', async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const { body: sent } = await sendEncrypted(mira, roomId);
    const claim = { type: 'm.room.message', content: { msgtype: 'm.text', body: 'said to be' } };

    const keyed = { ...claim, key: newKey() };
    const proved = await report(jonas, roomId, sent.event_id, { [FRANK_FIELD]: keyed });
    const claimed = await report(jonas, roomId, sent.event_id, { [FRANK_FIELD]: claim });

    expect(answer(proved)).toBe('400 APP.SOTTO.PROOF_UNAVAILABLE');
    const { body } = await details(ada, claimed.body['app.sotto.report_id']);
    expect(body.messages).toMatchObject([{ proof: 'claimed', content: { body: 'said to be' } }]);
    expect((await queue(ada)).body.reports).toMatchObject([{ messages: 1, proven: 0 }]);
  });

  test('what was not encrypted is shown as the server has it', async () => {
    const { mira, jonas, ada, roomId } = await setUp();
    const { body: sent } = await send(mira, roomId, 'in the clear');
    const lie = { type: 'm.room.message', content: { msgtype: 'm.text', body: 'a lie' } };

    const reply = await report(jonas, roomId, sent.event_id, { [FRANK_FIELD]: lie });

    const { body } = await details(ada, reply.body['app.sotto.report_id']);
    expect(body.messages).toMatchObject([{ proof: 'stored', content: { body: 'in the clear' } }]);
  });

  test('a day after it was unsent a message can be proven, and a millisecond later not', async () => {
    const { server, mira, jonas, noor, ada, roomId } = await setUp();
    await mira.call('POST', `/_matrix/client/v3/rooms/${roomId}/invite`, { user_id: noor.userId });
    await join(noor, roomId);
    const insult = await sendFranked(mira, roomId, 'you are a fool');
    await redact(mira, roomId, insult.eventId);

    server.clock.advanceMs(DAY_MS);
    const inTime = await prove(jonas, roomId, insult);
    server.clock.advanceMs(1);
    const late = await prove(noor, roomId, insult);

    expect([answer(inTime), answer(late)]).toEqual(['200', '400 APP.SOTTO.PROOF_UNAVAILABLE']);
    expect(late.body.error).toContain('24 hours');
    const { body } = await details(ada, inTime.body['app.sotto.report_id']);
    expect(body.messages).toMatchObject([{ proof: 'proven', content: { body: 'you are a fool' } }]);
  });

  test('unsending twice does not make the day longer, and a forgery stays one', async () => {
    const { server, mira, jonas, roomId } = await setUp();
    const insult = await sendFranked(mira, roomId, 'you are a fool');
    await redact(mira, roomId, insult.eventId);
    const forged = { ...insult, disclosure: { ...insult.disclosure, key: newKey() } };

    const early = await prove(jonas, roomId, forged);
    server.clock.advanceMs(DAY_MS);
    await redact(mira, roomId, insult.eventId);
    server.clock.advanceMs(1);
    const late = await prove(jonas, roomId, insult);

    expect([answer(early), answer(late)]).toEqual([
      '400 APP.SOTTO.PROOF_INVALID',
      '400 APP.SOTTO.PROOF_UNAVAILABLE',
    ]);
  });

  test('of an unsent message the server keeps the commitment for a day, and nothing else', async () => {
    const { server, mira, roomId } = await setUp();
    const key = newKey();
    const said = { key, type: 'm.room.message', content: { msgtype: 'm.text', body: 'secret' } };
    const frank = { commitment: commit(key, roomId, said), v: 1 };
    const outer = { [FRANK_FIELD]: frank, ciphertext: 'CIPHERTEXT-OF-IT' };
    const { body: sent } = await sendEncrypted(mira, roomId, outer);
    await redact(mira, roomId, sent.event_id);
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    const kept = async () => {
      const rows = await sql`select * from redacted_frank`.execute(db.read);
      const pdus = await sql`select pdu from event`.execute(db.read);
      return { rows: rows.rows, text: JSON.stringify([rows.rows, pdus.rows]) };
    };

    const before = await kept();
    server.clock.advanceMs(DAY_MS + 1);
    await server.server.reports.sweep();
    const after = await kept();

    expect(before.rows).toEqual([
      { event_id: sent.event_id, commitment: frank.commitment, redacted_ms: expect.any(Number) },
    ]);
    expect(before.text).not.toContain('CIPHERTEXT-OF-IT');
    expect(after.rows).toEqual([]);
    expect(after.text).not.toContain(frank.commitment);
    await db.close();
  });

  test('a report on a message one could not read looks like one on a message that is not there', async () => {
    const { mira, jonas, noor, roomId } = await setUp();
    const said = await sendFranked(mira, roomId, 'hello');
    const nothing = { ...said, eventId: '$nothing' };
    const other = await ask(mira, noor);

    const replies = [
      await prove(noor, roomId, said),
      await prove(noor, roomId, nothing),
      await prove(jonas, roomId, nothing),
      await prove(jonas, other, said),
      await prove(jonas, '!none:sotto.test', said),
    ];

    expect(new Set(replies.map(answer))).toEqual(new Set(['404 M_NOT_FOUND']));
    expect(new Set(replies.map(({ body }) => body.error)).size).toBe(1);
  });

  test('who has left, or has blocked the sender since, can still report what they read', async () => {
    const { mira, jonas, roomId } = await setUp();
    const [one, two] = [await sendFranked(mira, roomId, '1'), await sendFranked(mira, roomId, '2')];
    await block(jonas, mira);
    const blocked = await prove(jonas, roomId, one);
    await jonas.call('POST', `/_matrix/client/v3/rooms/${roomId}/leave`, {});
    const afterwards = await sendFranked(mira, roomId, 'after they left');

    const left = await prove(jonas, roomId, two);
    const unread = await prove(jonas, roomId, afterwards);

    expect([blocked, left, unread].map(answer)).toEqual(['200', '200', '404 M_NOT_FOUND']);
  });

  test('a report holds messages of one person, each once, and none of one’s own', async () => {
    const { mira, jonas, roomId } = await setUp();
    const hers = await sendFranked(mira, roomId, 'hers');
    const mine = await sendFranked(jonas, roomId, 'mine');
    const and = ({ eventId, disclosure }: typeof hers) => ({
      'app.sotto.more': [{ event_id: eventId, [FRANK_FIELD]: disclosure }],
    });

    const replies = [
      await prove(jonas, roomId, mine),
      await prove(jonas, roomId, hers, and(mine)),
      await prove(jonas, roomId, hers, and(hers)),
    ];

    expect(replies.map(answer)).toEqual(Array(3).fill('400 M_INVALID_PARAM'));
    expect(replies.map(({ body }) => body.error)).toEqual([
      'This is your own.',
      'A report holds messages of one person only.',
      'Each message can be part of a report once.',
    ]);
  });
});
