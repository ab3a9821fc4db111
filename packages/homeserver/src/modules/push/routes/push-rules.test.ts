import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import { answer, putRule, rulePath, RULES, V3 } from '../testing.ts';

const ROOM = '!room';
const MASTER = rulePath('override', '.m.rule.master');

describeEachDatabase('push rules', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    return { server, mira: await server.signUp('mira'), jonas: await server.signUp('jonas') };
  }

  async function idsOf(by: TestDevice, kind: string): Promise<string[]> {
    const { body } = await by.call('GET', `${RULES}/`);
    return body[kind].map(({ rule_id: id }: { rule_id: string }) => id);
  }

  test('a rule is kept as it was written, enabled, and read under every address', async () => {
    const { mira } = await setUp();
    const conditions = [{ kind: 'event_match', key: 'room_id', pattern: ROOM }];

    const replies = [
      await putRule(mira, `override ${ROOM}`, { conditions, pattern: 'not of this kind' }),
      await putRule(mira, `room ${ROOM}`, { actions: ['dont_notify'] }),
      await putRule(mira, 'content tea', { pattern: 'tea', actions: ['notify'] }),
    ];

    expect(replies.map(answer)).toEqual(['200', '200', '200']);
    const rule = { rule_id: ROOM, default: false, enabled: true, actions: [], conditions };
    expect((await mira.call('GET', rulePath('override', ROOM))).body).toEqual(rule);
    expect((await mira.call('GET', `${RULES}/`)).body.override[1]).toEqual(rule);
    expect((await mira.call('GET', `${V3}/pushrules/`)).body.global.override[1]).toEqual(rule);
    expect((await mira.call('GET', `${rulePath('room', ROOM)}/actions`)).body).toEqual({
      actions: ['dont_notify'],
    });
    expect((await mira.call('GET', `${rulePath('content', 'tea')}/enabled`)).body).toEqual({
      enabled: true,
    });
  });

  test('they are nobody else’s', async () => {
    const { mira, jonas } = await setUp();
    await putRule(mira, `room ${ROOM}`);

    const replies = [
      await jonas.call('GET', rulePath('room', ROOM)),
      await jonas.call('DELETE', rulePath('room', ROOM)),
    ];

    expect(replies.map(answer)).toEqual(['404 M_NOT_FOUND', '404 M_NOT_FOUND']);
    expect(await idsOf(jonas, 'room')).toEqual([]);
    expect(await idsOf(mira, 'room')).toEqual([ROOM]);
  });

  test('a new one comes first, behind the switch for all; a changed one keeps its place and its state', async () => {
    const { mira } = await setUp();
    for (const id of ['third', 'second', 'first']) await putRule(mira, `override ${id}`);
    await mira.call('PUT', `${rulePath('override', 'second')}/enabled`, { enabled: false });

    await putRule(mira, 'override second', { actions: ['notify'] });

    expect((await idsOf(mira, 'override')).slice(0, 5)).toEqual([
      '.m.rule.master',
      'first',
      'second',
      'third',
      '.m.rule.suppress_notices',
    ]);
    expect((await mira.call('GET', rulePath('override', 'second'))).body).toMatchObject({
      enabled: false,
      actions: ['notify'],
    });
  });

  test('one is put before or after another of one’s own, also when it is there already', async () => {
    const { mira } = await setUp();
    for (const id of ['c', 'b', 'a']) await putRule(mira, `sender @${id}:x.y`);
    const place = (id: string, where: string) =>
      mira.call('PUT', `${rulePath('sender', `@${id}:x.y`)}?${where}`, { actions: [] });

    const replies = [
      await place('c', 'before=@a:x.y'),
      await place('d', 'after=@a:x.y'),
      await place('e', 'before=@b:x.y&after=@c:x.y'),
    ];

    expect(replies.map(answer)).toEqual(['200', '200', '200']);
    const order = ['c', 'a', 'd', 'e', 'b'].map((id) => `@${id}:x.y`);
    expect(await idsOf(mira, 'sender')).toEqual(order);
    const lost = [
      await place('f', 'before=@nobody:x.y'),
      await place('a', 'after=@a:x.y'),
      await mira.call('PUT', `${rulePath('override', 'x')}?before=.m.rule.reaction`, {
        actions: [],
      }),
    ];
    expect(lost.map(answer)).toEqual(['400 M_UNKNOWN', '400 M_UNKNOWN', '400 M_UNKNOWN']);
    expect(await idsOf(mira, 'sender')).toEqual(order);
  });

  test('default rules can be switched and changed, and are not deleted', async () => {
    const { mira } = await setUp();

    const replies = [
      await mira.call('PUT', `${MASTER}/enabled`, { enabled: true }),
      await mira.call('PUT', `${rulePath('underride', '.m.rule.message')}/actions`, {
        actions: ['notify', { set_tweak: 'sound', value: 'bell' }],
      }),
    ];

    expect(replies.map(answer)).toEqual(['200', '200']);
    expect((await mira.call('GET', MASTER)).body).toMatchObject({ default: true, enabled: true });
    expect((await mira.call('GET', rulePath('underride', '.m.rule.message'))).body).toMatchObject({
      actions: ['notify', { set_tweak: 'sound', value: 'bell' }],
    });
    expect(answer(await mira.call('DELETE', MASTER))).toBe('400 M_INVALID_PARAM');
  });

  test('every device is told of a change, and of nothing that was refused', async () => {
    const { server, mira } = await setUp();
    const phone = await server.signIn('mira');
    const since = (await phone.call('GET', `${V3}/sync?timeout=0`)).body.next_batch;

    await putRule(mira, 'override .mine');
    const quiet = (await phone.call('GET', `${V3}/sync?timeout=0&since=${since}`)).body;
    await putRule(mira, `room ${ROOM}`);
    const told = (await phone.call('GET', `${V3}/sync?timeout=0&since=${since}`)).body;

    expect(quiet.account_data).toBeUndefined();
    expect(told.account_data.events).toEqual([
      { type: 'm.push_rules', content: (await mira.call('GET', `${V3}/pushrules/`)).body },
    ]);
  });

  test('two devices that change rules at the same moment both are heard', async () => {
    const { server, mira } = await setUp();
    const phone = await server.signIn('mira');

    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        putRule(index % 2 === 0 ? mira : phone, `room !r${index}`),
      ),
    );

    expect((await idsOf(mira, 'room')).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `!r${index}`).toSorted(),
    );
  });

  test('without a token nothing is read or written', async () => {
    const { server } = await setUp();
    const path = rulePath('room', ROOM);
    const body = { actions: [], enabled: false };

    const replies = [
      await server.call('GET', `${RULES}/`),
      await server.call('GET', path),
      await server.call('PUT', path, body),
      await server.call('DELETE', path),
      await server.call('GET', `${path}/enabled`),
      await server.call('PUT', `${path}/enabled`, body),
      await server.call('GET', `${path}/actions`),
      await server.call('PUT', `${path}/actions`, body, 'forged'),
    ];

    expect(new Set(replies.map(answer).slice(0, 7))).toEqual(new Set(['401 M_MISSING_TOKEN']));
    expect(replies.map(answer).at(-1)).toBe('401 M_UNKNOWN_TOKEN');
  });

  test('what is not there is not found, by any door', async () => {
    const { mira } = await setUp();
    const path = rulePath('room', '!nowhere');

    const replies = [
      await mira.call('GET', path),
      await mira.call('DELETE', path),
      await mira.call('GET', `${path}/enabled`),
      await mira.call('PUT', `${path}/enabled`, { enabled: true }),
      await mira.call('GET', `${path}/actions`),
      await mira.call('PUT', `${path}/actions`, { actions: [] }),
      await mira.call('GET', rulePath('room', '__proto__')),
      await mira.call('PUT', `${rulePath('override', 'constructor')}/enabled`, { enabled: true }),
    ];

    expect(new Set(replies.map(answer))).toEqual(new Set(['404 M_NOT_FOUND']));
  });

  const conditions = (count: number) => Array.from({ length: count }, () => ({ kind: 'x.y' }));

  test.each([
    ['an unknown kind', 'wish a', {}, '400 M_INVALID_PARAM'],
    ['an inherited kind', 'constructor a', {}, '400 M_INVALID_PARAM'],
    ['a name of the server’s', 'override .m.rule.master', {}, '400 M_INVALID_PARAM'],
    ['a name with a slash', 'override a/b', {}, '400 M_INVALID_PARAM'],
    ['a name with a backslash', 'override a\\b', {}, '400 M_INVALID_PARAM'],
    ['a long name', `override ${'a'.repeat(256)}`, {}, '400 M_INVALID_PARAM'],
    ['a room that is none', 'room kitchen', {}, '400 M_INVALID_PARAM'],
    ['a sender that is none', 'sender mira', {}, '400 M_INVALID_PARAM'],
    ['a keyword without a word', 'content tea', {}, '400 M_BAD_JSON'],
    ['an empty keyword', 'content tea', { pattern: '' }, '400 M_BAD_JSON'],
    ['actions that are no list', 'override a', { actions: 'notify' }, '400 M_BAD_JSON'],
    ['an action that is a number', 'override a', { actions: [1] }, '400 M_BAD_JSON'],
    ['an action that does nothing', 'override a', { actions: [{}] }, '400 M_BAD_JSON'],
    ['eleven actions', 'override a', { actions: Array(11).fill('notify') }, '400 M_BAD_JSON'],
    ['a condition without a kind', 'override a', { conditions: [{}] }, '400 M_BAD_JSON'],
    ['eleven conditions', 'override a', { conditions: conditions(11) }, '400 M_BAD_JSON'],
    [
      'a moment in words',
      'override a',
      { conditions: [{ kind: 'app.sotto.until', until_ts: 'noon' }] },
      '400 M_BAD_JSON',
    ],
    ['more than 4 KiB', 'override a', { actions: ['x'.repeat(4_096)] }, '413 M_TOO_LARGE'],
  ])('%s is refused and changes nothing', async (_says, path, rule, refused) => {
    const { mira } = await setUp();
    const before = (await mira.call('GET', `${RULES}/`)).body;

    const reply = await putRule(mira, path, rule);

    expect(answer(reply)).toBe(refused);
    expect(reply.body.error).toMatch(/^.{8,}\.$/);
    expect((await mira.call('GET', `${RULES}/`)).body).toEqual(before);
  });

  test('a hundred rules may search what is written, and one more is refused', async () => {
    const { mira } = await setUp();
    const search = (index: number) => ({
      conditions: [{ kind: 'event_match', key: 'content.body', pattern: `word${index}` }],
    });
    const first: string[] = [];
    for (let index = 0; index < 100; index += 1) {
      first.push(answer(await putRule(mira, `override r${index}`, search(index))));
    }

    const refused = [
      await putRule(mira, 'override more', search(100)),
      await putRule(mira, 'content more', { pattern: 'more' }),
      await putRule(mira, 'underride more', {
        conditions: [{ kind: 'event_match', key: 'sender', pattern: '@*:x.y' }],
      }),
    ];

    expect(new Set(first)).toEqual(new Set(['200']));
    expect(refused.map(answer)).toEqual(Array(3).fill('403 M_FORBIDDEN'));
    expect(answer(await putRule(mira, 'override r7', search(7)))).toBe('200');
  });

  test('a rule whose time is over makes room with the next change', async () => {
    const { server, mira } = await setUp();
    const untilMs = server.clock.nowMs() + 1_000;
    await putRule(mira, 'override for-a-second', {
      conditions: [{ kind: 'app.sotto.until', until_ts: untilMs }],
    });
    server.clock.advanceMs(999);
    await putRule(mira, 'override one');
    const before = await idsOf(mira, 'override');

    server.clock.advanceMs(1);
    await putRule(mira, 'override two');

    expect(before).toContain('for-a-second');
    expect(await idsOf(mira, 'override')).not.toContain('for-a-second');
  });
});
