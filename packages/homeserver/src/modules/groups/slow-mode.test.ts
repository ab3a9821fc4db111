import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import type { TestDevice } from '../../testing/homeserver.ts';
import { answer, send, startWith, V3 } from '../../testing/people.ts';
import { makeGroup, setRole, setState } from './testing.ts';

const FORBIDDEN = '403 M_FORBIDDEN';
const INVALID = '400 M_INVALID_PARAM';

describeEachDatabase('slow mode', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'nora']);

  test('in slow mode a member waits, a moderator does not', async () => {
    const { server, mira, jonas, nora } = await setUp();
    const group = await makeGroup(mira, [jonas, nora]);
    await setRole(mira, group, nora, 'moderator');
    const slow = (by: TestDevice, seconds: unknown, key = '') =>
      setState(by, group, `app.sotto.slow_mode/${key}`, { seconds }).then(answer);

    expect(await slow(jonas, 10)).toBe(FORBIDDEN);
    expect(await slow(nora, -1)).toBe(INVALID);
    expect(await slow(nora, 21_601)).toBe(INVALID);
    expect(await slow(nora, '30')).toBe(INVALID);
    expect(await slow(nora, 30, 'else')).toBe(INVALID);
    expect(await slow(nora, 30)).toBe('200');

    const { body: said } = await send(jonas, group, 'one');
    server.clock.advanceMs(10_000);
    const early = await send(jonas, group, 'two');
    expect(answer(early)).toBe('429 M_LIMIT_EXCEEDED');
    expect(early.body.retry_after_ms).toBe(20_000);
    expect(answer(await send(nora, group))).toBe('200');
    expect(answer(await send(nora, group))).toBe('200');

    const to = { event_id: said.event_id };
    const path = `${V3}/rooms/${group}/send`;
    const edit = { msgtype: 'm.text', body: '*', 'm.relates_to': { rel_type: 'm.replace', ...to } };
    const reaction = { 'm.relates_to': { rel_type: 'm.annotation', key: '👍', ...to } };
    expect(answer(await jonas.call('PUT', `${path}/m.room.message/e1`, edit))).toBe('200');
    expect(answer(await jonas.call('PUT', `${path}/m.reaction/e2`, reaction))).toBe('200');
    // To nothing at all it is one all the same, which nobody is shown.
    expect(answer(await jonas.call('PUT', `${path}/m.reaction/e3`, {}))).toBe('200');

    server.clock.advanceMs(20_000);
    const both = await Promise.all([send(jonas, group, 'two'), send(jonas, group, 'three')]);
    expect(both.map(answer).toSorted()).toEqual(['200', '429 M_LIMIT_EXCEEDED']);
    expect(await slow(nora, 0)).toBe('200');
    expect(answer(await send(jonas, group))).toBe('200');
  });

  test('a send repeated in slow mode is the same send, and a clock set back holds nobody up', async () => {
    const { server, mira, jonas } = await setUp();
    const group = await makeGroup(mira, [jonas]);
    await setState(mira, group, 'app.sotto.slow_mode', { seconds: 3_600 });
    const path = `${V3}/rooms/${group}/send/m.room.message/same`;
    const say = () => jonas.call('PUT', path, { msgtype: 'm.text', body: 'once' });

    const first = await say();
    expect((await say()).body).toEqual(first.body);
    server.clock.advanceMs(-86_400_000);
    expect(answer(await send(jonas, group))).toBe('200');
  });
});
