import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import type { TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  answerRequest,
  ask,
  block,
  membership,
  requestsOf,
  setAccountData,
  setContact,
  setRules,
  SOTTO,
  startDirect,
  startWith,
  syncRooms,
} from '../../../testing/people.ts';

const LINKS = `${SOTTO}/contact_links`;

describeEachDatabase('contact links', (open) => {
  const setUp = () => startWith(open, ['mira', 'jonas', 'noor']);

  const create = (by: TestDevice, more: object = {}) =>
    by.call('POST', LINKS, { label: 'Conference card', ...more });
  const makeLink = async (by: TestDevice, more: object = {}): Promise<string> =>
    (await create(by, more)).body.token;
  const listOf = async (by: TestDevice) => (await by.call('GET', LINKS)).body.links;
  const use = (by: TestDevice, owner: TestDevice, token: string) =>
    startDirect(by, owner, { contact_link: token });

  const GONE = '404 M_NOT_FOUND';

  test('a link opens the conversation at once, and its owner sees which it was', async () => {
    const { mira, jonas } = await setUp();
    await setRules(mira, { stranger: 'reject' });
    const token = await makeLink(mira);

    const reply = await use(jonas, mira, token);

    expect(answer(reply)).toBe('200');
    expect(await membership(jonas, reply.body.room_id, mira)).toBe('join');
    expect((await syncRooms(mira)).sections).toMatchObject({ join: [reply.body.room_id] });
    const { body: card } = await mira.call('GET', `${SOTTO}/people/${jonas.userId}`);
    expect(card).toMatchObject({ contact: true, link_label: 'Conference card' });
    const { body: seen } = await jonas.call('GET', `${SOTTO}/people/${mira.userId}`);
    expect(seen).not.toHaveProperty('link_label');
    expect(await listOf(mira)).toMatchObject([{ token, uses: 1 }]);
  });

  test('whoever has it sees whose it is, not its label', async () => {
    const { mira, jonas } = await setUp();
    const token = await makeLink(mira);

    const { body } = await jonas.call('GET', `${LINKS}/${token}`);

    expect(body).toEqual({ user_id: mira.userId });
  });

  test('the last use at the same moment is one person’s', async () => {
    const { mira, jonas, noor } = await setUp();
    const token = await makeLink(mira, { uses_max: 1 });

    const replies = await Promise.all([use(jonas, mira, token), use(noor, mira, token)]);

    expect(replies.map(answer).toSorted()).toEqual(['200', GONE]);
    expect((await listOf(mira))[0].uses).toBe(1);
    expect(answer(await jonas.call('GET', `${LINKS}/${token}`))).toBe(GONE);
  });

  test('using it again is the same conversation and counts once, also when it is used up', async () => {
    const { mira, jonas } = await setUp();
    const token = await makeLink(mira, { uses_max: 1 });

    const replies = await Promise.all([1, 2, 3].map(() => use(jonas, mira, token)));
    const later = await use(jonas, mira, token);

    expect(new Set([...replies, later].map(({ body }) => body.room_id)).size).toBe(1);
    expect((await listOf(mira))[0].uses).toBe(1);
  });

  test('a link that was revoked, has expired or never was is the same nothing', async () => {
    const { server, mira, jonas } = await setUp();
    const revoked = await makeLink(mira);
    await mira.call('DELETE', `${LINKS}/${revoked}`);
    const expiresMs = server.clock.nowMs() + 1_000;
    const expired = await makeLink(mira, { expires_ts: expiresMs });
    server.clock.advanceMs(1_000);

    const looked = [];
    const used = [];
    for (const token of [revoked, expired, 'never-was', '%00', '..%2f']) {
      looked.push(await jonas.call('GET', `${LINKS}/${token}`));
      used.push(await use(jonas, mira, token));
    }

    expect(new Set(used.map(answer))).toEqual(new Set([GONE]));
    expect(looked.slice(0, 3).map(({ body }) => body)).toEqual(Array(3).fill(used[0]?.body));
    expect((await syncRooms(mira)).body.rooms).toBeUndefined();
  });

  test('a link is for its owner, not for anybody else', async () => {
    const { mira, jonas, noor } = await setUp();
    const token = await makeLink(mira);

    const replies = [
      await use(jonas, noor, token),
      await use(mira, jonas, token),
      await jonas.call('DELETE', `${LINKS}/${token}`),
      await jonas.call('POST', `${SOTTO}/dm`, {
        user_ids: [mira.userId, noor.userId],
        contact_link: token,
      }),
    ];

    expect(replies.map(answer)).toEqual([GONE, GONE, GONE, '400 M_INVALID_PARAM']);
    expect(await listOf(jonas)).toEqual([]);
    expect((await listOf(mira))[0].uses).toBe(0);
  });

  test('an earlier request is accepted by it, whatever had become of it', async () => {
    const { mira, jonas, noor } = await setUp();
    const token = await makeLink(mira);
    const [waiting, deleted] = [await ask(jonas, mira), await ask(noor, mira)];
    await answerRequest(mira, deleted, 'delete');

    await use(jonas, mira, token);
    await use(noor, mira, token);

    expect(await membership(jonas, waiting, mira)).toBe('join');
    expect(await membership(noor, deleted, mira)).toBe('join');
    expect(await requestsOf(mira)).toEqual({ requests: [], total: 0 });
  });

  test('whoever is blocked gets no further with it, and it is not used', async () => {
    const { mira, jonas } = await setUp();
    const token = await makeLink(mira, { uses_max: 1 });
    await block(mira, jonas);

    const reply = await use(jonas, mira, token);

    expect(answer(reply)).toBe('200');
    expect(await membership(jonas, reply.body.room_id, mira)).toBe('invite');
    expect((await syncRooms(mira)).sections).toMatchObject({ join: [], invite: [] });
    expect((await listOf(mira))[0].uses).toBe(0);
  });

  test('a blocked contact whose request waits is not let in by it', async () => {
    const { mira, jonas } = await setUp();
    const token = await makeLink(mira);
    await setContact(mira, jonas, { contact: true });
    await block(mira, jonas);
    const roomId = await ask(jonas, mira);

    await use(jonas, mira, token);

    expect(await membership(jonas, roomId, mira)).toBe('invite');
  });

  test('leads to somebody hidden', async () => {
    const { mira, jonas } = await setUp();
    await setAccountData(mira, 'app.sotto.discoverability', { mode: 'hidden' });
    const token = await makeLink(mira);

    const reply = await use(jonas, mira, token);

    expect(answer(reply)).toBe('200');
    expect(await membership(jonas, reply.body.room_id, mira)).toBe('join');
  });

  test.each([
    ['no label', { label: '' }, '400 M_BAD_JSON'],
    ['a blank label', { label: '   ' }, '400 M_INVALID_PARAM'],
    ['a long label', { label: 'x'.repeat(61) }, '400 M_BAD_JSON'],
    ['no use', { uses_max: 0 }, '400 M_BAD_JSON'],
    ['half a use', { uses_max: 1.5 }, '400 M_BAD_JSON'],
    ['an end in the past', { expires_ts: 1 }, '400 M_INVALID_PARAM'],
  ])('with %s is refused', async (_says, more, refused) => {
    const { mira } = await setUp();

    expect(answer(await create(mira, more))).toBe(refused);
    expect(await listOf(mira)).toEqual([]);
  });

  test('there are a hundred and not one more, also when made at once', async () => {
    const { mira } = await setUp();

    const replies = await Promise.all(Array.from({ length: 101 }, () => create(mira)));
    const [first] = await listOf(mira);
    await mira.call('DELETE', `${LINKS}/${first.token}`);

    const answers = replies.map(answer).toSorted();
    expect(answers).toEqual([...Array<string>(100).fill('200'), '403 M_FORBIDDEN']);
    expect(answer(await create(mira))).toBe('200');
  });
});
