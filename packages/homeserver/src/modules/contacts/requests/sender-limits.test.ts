import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import {
  answer,
  answerRequest,
  ask,
  block,
  join,
  setContact,
  setRules,
  startDirect,
  V3,
} from '../../../testing/people.ts';

const DAY_MS = 86_400_000;
const PASSWORD = 'correct horse battery staple';

describeEachDatabase('first contacts', (open) => {
  /** Somebody of long standing on a server that allows five a day, and people they do not know. */
  async function setUp(count: number, firstContactsPerDay = 5) {
    const server = await startHomeserver(open, { firstContactsPerDay });
    const jonas = await server.signUp('jonas');
    const guests: TestDevice[] = [];
    for (let index = 0; index < count; index += 1) {
      await server.server.accounts.createUser({ localpart: `guest${index}`, password: PASSWORD });
      guests.push(await server.signIn(`guest${index}`));
    }
    server.clock.advanceMs(30 * DAY_MS);
    return { server, jonas, guests };
  }

  async function askAll(by: TestDevice, others: readonly TestDevice[]): Promise<string[]> {
    const answers: string[] = [];
    for (const other of others) answers.push(answer(await startDirect(by, other)));
    return answers;
  }

  const USED_UP = '429 M_LIMIT_EXCEEDED';

  test('are five a day and not one more, and says when there will be one', async () => {
    const { jonas, guests } = await setUp(6);

    expect(await askAll(jonas, guests.slice(0, 5))).toEqual(Array(5).fill('200'));
    const sixth = await startDirect(jonas, guests[5] ?? jonas);

    expect(answer(sixth)).toBe(USED_UP);
    expect(Number(sixth.headers['retry-after'])).toBe(DAY_MS / 1_000);
    expect(sixth.body.error).toMatch(/tomorrow/);
  });

  test('come back a day after they were made', async () => {
    const { server, jonas, guests } = await setUp(6);
    await askAll(jonas, guests.slice(0, 5));

    server.clock.advanceMs(DAY_MS - 1);
    const early = await askAll(jonas, guests.slice(5));
    server.clock.advanceMs(1);

    expect(early).toEqual([USED_UP]);
    expect(await askAll(jonas, guests.slice(5))).toEqual(['200']);
  });

  test('that are accepted count no more', async () => {
    const { jonas, guests } = await setUp(6);
    const [first, ...rest] = guests;
    if (!first) throw new Error('there are guests');
    const roomId = await ask(jonas, first);
    await askAll(jonas, rest.slice(0, 4));

    await join(first, roomId);

    expect(await askAll(jonas, rest.slice(4))).toEqual(['200']);
  });

  test('are no more with a clock that is set back, nor for an account from the future', async () => {
    const { server, jonas, guests } = await setUp(7);
    await askAll(jonas, guests.slice(0, 5));

    server.clock.advanceMs(-DAY_MS);
    const back = await askAll(jonas, guests.slice(5));
    server.clock.advanceMs(-60 * DAY_MS);
    const longBefore = await askAll(jonas, guests.slice(5));

    expect([...back, ...longBefore]).toEqual(Array(4).fill(USED_UP));
  });

  test('made all at once are still five', async () => {
    const { jonas, guests } = await setUp(20);

    const answers = await Promise.all(guests.map((one) => startDirect(jonas, one).then(answer)));

    expect(answers.filter((one) => one === '200')).toHaveLength(5);
    expect(new Set(answers)).toEqual(new Set(['200', USED_UP]));
  });

  test('in one room are counted one by one, and all refused if they are too many', async () => {
    const { jonas, guests } = await setUp(6);
    const invite = guests.map(({ userId }) => userId);

    const six = await jonas.call('POST', `${V3}/createRoom`, { invite });
    const five = await jonas.call('POST', `${V3}/createRoom`, { invite: invite.slice(1) });

    expect([six, five].map(answer)).toEqual([USED_UP, '200']);
    expect((await jonas.call('GET', `${V3}/joined_rooms`)).body.joined_rooms).toHaveLength(1);
  });

  test('by every other way are counted too', async () => {
    const { jonas, guests } = await setUp(6);
    const [one, two, ...rest] = guests;
    if (!one || !two) throw new Error('there are guests');
    await askAll(jonas, rest);
    const { body } = await jonas.call('POST', `${V3}/createRoom`, {});
    const room = `${V3}/rooms/${body.room_id}`;
    const invite = await jonas.call('POST', `${room}/invite`, { user_id: one.userId });

    const byState = await jonas.call('PUT', `${room}/state/m.room.member/${two.userId}`, {
      membership: 'invite',
    });

    expect([invite, byState].map(answer)).toEqual(['200', USED_UP]);
  });

  test('taken back still count: asking and taking back is asking', async () => {
    const { jonas, guests } = await setUp(6);
    const { body } = await jonas.call('POST', `${V3}/createRoom`, {});
    const room = `${V3}/rooms/${body.room_id}`;
    const answers: string[] = [];
    for (const { userId } of guests) {
      answers.push(answer(await jonas.call('POST', `${room}/invite`, { user_id: userId })));
      await jonas.call('POST', `${room}/kick`, { user_id: userId });
    }

    expect(answers).toEqual([...Array<string>(5).fill('200'), USED_UP]);
  });

  test('of people who know one another are not first contacts', async () => {
    const { jonas, guests } = await setUp(8);
    for (const one of guests) await setContact(one, jonas, { contact: true });

    expect(await askAll(jonas, guests)).toEqual(Array(8).fill('200'));
  });

  test('whether they are unseen, ignored or blocked makes no difference to how many are left', async () => {
    const { jonas, guests } = await setUp(6);
    const [unseen, ignoring, blocking, deleting, ...rest] = guests;
    if (!unseen || !ignoring || !blocking || !deleting) throw new Error('there are guests');
    await setRules(ignoring, { stranger: 'ignore' });
    await block(blocking, jonas);

    const answers = await askAll(jonas, [unseen, ignoring, blocking]);
    await answerRequest(deleting, await ask(jonas, deleting), 'delete');

    expect(answers).toEqual(['200', '200', '200']);
    expect(await askAll(jonas, rest)).toEqual(['200', USED_UP]);
  });

  test('are fewer for somebody whom many have blocked, and more again after two weeks', async () => {
    const { server, jonas, guests } = await setUp(12, 10);
    const [first, second, third] = guests;
    if (!first || !second || !third) throw new Error('there are guests');
    for (const one of [first, second]) {
      await answerRequest(one, await ask(jonas, one), 'block');
    }
    await answerRequest(third, await ask(jonas, third), 'delete');
    server.clock.advanceMs(DAY_MS);

    // Seven points, of which three are free: eight of ten are gone.
    const soon = await askAll(jonas, guests.slice(3, 6));
    server.clock.advanceMs(14 * DAY_MS);
    const later = await askAll(jonas, guests.slice(3));

    expect(soon).toEqual(['200', '200', USED_UP]);
    expect(later).toEqual(Array(9).fill('200'));
  });

  test('of a new account are fewer', async () => {
    const { server, guests } = await setUp(6);
    const noor = await server.signUp('noor');

    const fresh = await askAll(noor, guests.slice(0, 3));
    server.clock.advanceMs(8 * DAY_MS);

    expect(fresh).toEqual(['200', '200', USED_UP]);
    expect(await askAll(noor, guests.slice(1))).toEqual(Array(5).fill('200'));
  });

  test('of ten accounts are ten accounts’, and each is new', async () => {
    const { server, guests } = await setUp(1);
    const [mira] = guests;
    if (!mira) throw new Error('there is a guest');
    const senders = [];
    for (let index = 0; index < 10; index += 1) senders.push(await server.signUp(`puppet${index}`));

    for (const sender of senders) await ask(sender, mira);
    const again = [];
    for (const sender of senders) {
      again.push(answer(await sender.call('POST', `${V3}/createRoom`, { invite: [mira.userId] })));
    }

    const { body } = await mira.call('GET', '/_matrix/client/unstable/app.sotto/requests');
    // One request each: the second of the same sender is not shown.
    expect([body.total, new Set(again)]).toEqual([10, new Set(['200'])]);
  });
});
