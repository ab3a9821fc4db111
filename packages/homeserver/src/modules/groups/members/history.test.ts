import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  join,
  membership,
  send,
  setContact,
  startDirect,
  startWith,
  syncRooms,
  V3,
} from '../../../testing/people.ts';
import { act, add, setMember, textsFor } from '../testing.ts';

const FORBIDDEN = '403 M_FORBIDDEN';
const INVALID = '400 M_INVALID_PARAM';

describeEachDatabase('history for newcomers', (open) => {
  /** Mira and Jonas talk; Nora is a contact of Mira's, so that adding her lets her in at once. */
  const setUp = async () => {
    const all = await startWith(open, ['mira', 'jonas', 'nora', 'eve']);
    const { mira, jonas, nora } = all;
    const { body } = await startDirect(mira, jonas);
    const talk: string = body.room_id;
    await join(jonas, talk);
    await setContact(nora, mira, { contact: true });
    return { ...all, talk };
  };
  const talkOf = async (by: TestDevice, roomId: string, texts: string[]) => {
    for (const text of texts) await send(by, roomId, text);
  };

  test('a newcomer reads what the one who added them chose', async () => {
    const { server, mira, jonas, talk } = await setUp();
    await talkOf(mira, talk, ['old', 'older']);
    server.clock.advanceMs(60_000);
    const noonMs = server.clock.nowMs();
    await talkOf(jonas, talk, ['noon', 'tea', 'supper']);
    const choices = {
      none: { share: 'none' },
      since: { share: 'since', since_ts: noonMs },
      last: { share: 'last', count: 2 },
      all: { share: 'all' },
    };
    const read: Record<string, string[]> = {};
    for (const [name, history] of Object.entries(choices)) {
      const newcomer = await server.signUp(`new-${name}`);
      await setContact(newcomer, mira, { contact: true });
      expect(answer(await add(mira, talk, [newcomer], { history }))).toBe('200');
      const invitation = await invitationOf(jonas, talk, newcomer);
      expect(invitation['app.sotto.history']).toEqual(history);
      read[name] = await textsFor(newcomer, talk);
    }
    await send(mira, talk, 'hello all');

    expect(read).toEqual({
      none: [],
      since: ['noon', 'tea', 'supper'],
      last: ['tea', 'supper'],
      all: ['old', 'older', 'noon', 'tea', 'supper'],
    });
  });

  test('what is kept from a newcomer is kept on every way to it', async () => {
    const { mira, nora, talk } = await setUp();
    const { body: secret } = await send(mira, talk, 'secret');
    await add(mira, talk, [nora], { history: { share: 'none' } });
    const { body: said } = await send(mira, talk, 'welcome');

    const event = await nora.call('GET', `${V3}/rooms/${talk}/event/${secret.event_id}`);
    const context = await nora.call('GET', `${V3}/rooms/${talk}/context/${secret.event_id}`);
    const near = await nora.call('GET', `${V3}/rooms/${talk}/context/${said.event_id}?limit=50`);
    const { body: sync } = await syncRooms(nora);
    const receipt = await nora.call(
      'POST',
      `${V3}/rooms/${talk}/receipt/m.read/${secret.event_id}`,
      {},
    );

    expect(answer(event)).toBe('404 M_NOT_FOUND');
    expect(answer(context)).toBe('404 M_NOT_FOUND');
    expect(JSON.stringify([near.body, sync, receipt.body])).not.toContain('secret');
    expect(JSON.stringify(sync)).toContain('welcome');
  });

  test('what somebody saw while they were in stays theirs, whatever is chosen later', async () => {
    const { mira, nora, talk } = await setUp();
    await send(mira, talk, 'before');
    await add(mira, talk, [nora], { history: { share: 'none' } });
    await send(mira, talk, 'together');
    await act(nora, 'leave', talk);
    await send(mira, talk, 'without');

    await add(mira, talk, [nora], { history: { share: 'none' } });

    expect(await textsFor(nora, talk)).toEqual(['together']);
  });

  test('a removed member who replays what they have gets nothing of what follows', async () => {
    const { mira, nora, talk } = await setUp();
    await add(mira, talk, [nora]);
    await send(mira, talk, 'together');
    const { next } = await syncRooms(nora);
    await act(mira, 'kick', talk, { user_id: nora.userId, reason: 'enough' });
    const { body: later } = await send(mira, talk, 'without her');

    const { body: sync } = await syncRooms(nora, next);
    const paged = await nora.call('GET', `${V3}/rooms/${talk}/messages?dir=f&from=${next}`);
    const event = await nora.call('GET', `${V3}/rooms/${talk}/event/${later.event_id}`);

    expect(JSON.stringify([sync, paged.body])).not.toContain('without her');
    expect(answer(event)).toBe('404 M_NOT_FOUND');
    expect(answer(await send(nora, talk))).toBe(FORBIDDEN);
    expect(answer(await join(nora, talk))).toBe(FORBIDDEN);
    expect(answer(await add(nora, talk, [nora]))).toBe(FORBIDDEN);
  });

  test('the choice is bounded, and only an invitation carries it', async () => {
    const { mira, jonas, nora, talk } = await setUp();
    const bad = [
      { share: 'some' },
      { share: 'last' },
      { share: 'last', count: 0 },
      { share: 'last', count: 1_001 },
      { share: 'since', since_ts: -1 },
      { share: 'all', count: 3 },
    ];
    for (const history of bad) {
      expect(answer(await add(mira, talk, [nora], { history }))).toBe('400 M_BAD_JSON');
      const content = { membership: 'invite', 'app.sotto.history': history };
      const raw = await setMember(mira, talk, nora, content);
      expect(answer(raw)).toBe(INVALID);
    }
    const own = { membership: 'join', 'app.sotto.history': { share: 'all' } };
    expect(answer(await setMember(jonas, talk, jonas, own))).toBe(INVALID);
    expect(await membership(mira, talk, nora)).toBe('M_NOT_FOUND');
  });

  async function invitationOf(by: TestDevice, roomId: string, of: TestDevice) {
    const { body } = await by.call('GET', `${V3}/rooms/${roomId}/messages?dir=b&limit=100`);
    return body.chunk.find(
      (event: { state_key?: string; content: { membership?: string } }) =>
        event.state_key === of.userId && event.content.membership === 'invite',
    ).content;
  }
});
