import { FRANK_FIELD } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  answerRequest,
  ask,
  join,
  requestsOf,
  SOTTO,
  startWith,
  V3,
} from '../../../testing/people.ts';
import { makeModerator, prove, queue, sendFranked } from '../testing.ts';

const DAY_MS = 86_400_000;

describeEachDatabase('reporting a request', (open) => {
  async function setUp() {
    const all = await startWith(open, ['mira', 'jonas', 'noor', 'ada']);
    await makeModerator(all.server, 'ada');
    const roomId = await ask(all.mira, all.jonas);
    const said = await sendFranked(all.mira, roomId, 'buy my things');
    const messages = [{ event_id: said.eventId, [FRANK_FIELD]: said.disclosure }];
    return { ...all, roomId, said, messages };
  }

  test('puts it away, blocks if wanted, and shows its messages to moderators', async () => {
    const { mira, jonas, ada, roomId, messages } = await setUp();

    const body = { answer: 'report', category: 'spam', reason: 'spam', messages, block: true };
    const reply = await answerRequest(jonas, roomId, body);

    expect(reply.status).toBe(200);
    expect((await requestsOf(jonas)).total).toBe(0);
    const { reports } = (await queue(ada)).body;
    expect(reports).toMatchObject([
      { kind: 'message', category: 'spam', user_id: mira.userId, messages: 1, proven: 1 },
    ]);
    const path = `${V3}/user/${jonas.userId}/account_data/m.ignored_user_list`;
    const blocked = await jonas.call('GET', path);
    expect(blocked.body).toEqual({ ignored_users: { [mira.userId]: {} } });
    expect(answer(await answerRequest(jonas, roomId, { answer: 'delete' }))).toBe(
      '404 M_NOT_FOUND',
    );
  });

  test('a forged message refuses the answer, and the request waits on', async () => {
    const { jonas, ada, roomId, said } = await setUp();
    const content = { msgtype: 'm.text', body: 'I will find you' };
    const forged = { event_id: said.eventId, [FRANK_FIELD]: { ...said.disclosure, content } };

    const reply = await answerRequest(jonas, roomId, { answer: 'report', messages: [forged] });

    expect(answer(reply)).toBe('400 APP.SOTTO.PROOF_INVALID');
    expect((await requestsOf(jonas)).total).toBe(1);
    expect((await queue(ada)).body.open).toBe(0);
  });

  test('without messages it is a report of its sender', async () => {
    const { mira, jonas, ada, roomId } = await setUp();

    await answerRequest(jonas, roomId, { answer: 'report' });

    expect((await queue(ada)).body.reports).toMatchObject([
      { kind: 'person', user_id: mira.userId, category: 'other' },
    ]);
  });

  test('nobody reports a request of others, or its messages once they have declined it', async () => {
    const { jonas, noor, roomId, said, messages } = await setUp();

    const foreign = await answerRequest(noor, roomId, { answer: 'report', messages });
    const waiting = await prove(jonas, roomId, said);
    await jonas.call('POST', `${V3}/rooms/${roomId}/leave`, {});
    const declined = await answerRequest(jonas, roomId, { answer: 'report', messages });

    expect([foreign, waiting, declined].map(answer)).toEqual([
      '404 M_NOT_FOUND',
      '200',
      '404 M_NOT_FOUND',
    ]);
  });

  test('counts against its sender: they may write to fewer new people', async () => {
    const { server, mira, jonas, noor, ada } = await startWith(
      open,
      ['mira', 'jonas', 'noor', 'ada'],
      { firstContactsPerDay: 10 },
    );
    server.clock.advanceMs(30 * DAY_MS);
    const first = await ask(mira, jonas);
    await answerRequest(jonas, first, { answer: 'report' });

    await ask(mira, noor);
    await ask(mira, ada);
    const people: TestDevice[] = [];
    for (let index = 0; index < 4; index += 1) people.push(await server.signUp(`p${index}`));
    const answers: string[] = [];
    for (const person of people) {
      const body = { user_ids: [person.userId] };
      answers.push(answer(await mira.call('POST', `${SOTTO}/dm`, body)));
    }

    // Ten, less two for each of the two points beyond the free three; three were made before.
    expect(answers).toEqual(['200', '200', '200', '429 M_LIMIT_EXCEEDED']);
  });

  test('many reports by one person count once', async () => {
    const { server, mira, jonas } = await startWith(open, ['mira', 'jonas'], {
      firstContactsPerDay: 10,
    });
    server.clock.advanceMs(30 * DAY_MS);
    const roomId = await ask(mira, jonas);
    await join(jonas, roomId);
    for (const body of ['one', 'two', 'three', 'four']) {
      await prove(jonas, roomId, await sendFranked(mira, roomId, body));
    }
    let made = 0;
    for (let index = 0; index < 10; index += 1) {
      const guest = await server.signUp(`p${index}`);
      const reply = await mira.call('POST', `${SOTTO}/dm`, { user_ids: [guest.userId] });
      if (reply.status === 200) made += 1;
    }

    expect(made).toBe(6);
  });
});
