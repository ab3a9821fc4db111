import { expect, test } from 'vitest';
import { openDatabase } from '../../../storage/index.ts';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { answer, ask, requestsOf, setAccountData, SOTTO, V3 } from '../../../testing/people.ts';
import {
  BORN_AS_ADULT,
  BORN_AS_MINOR,
  protectionOf,
  startGuarded,
  startWithMinor,
} from './testing.ts';

const DAY_MS = 86_400_000;

describeEachDatabase('who is a minor', (open) => {
  test('signing up asks for the month of birth, in a way that other clients pass over', async () => {
    const { server } = await startGuarded(open);

    const asked = await server.call('POST', `${V3}/register`, {});

    expect(asked.status).toBe(401);
    expect(asked.body).toMatchObject({
      flows: [{ stages: ['m.login.dummy'] }],
      params: { 'app.sotto.birth_month': {} },
    });
  });

  test.each(['off', 'marked', 'all'] as const)('with %s it asks for nothing', async (mode) => {
    const { server, signUp } = await startGuarded(open, { mode });

    const asked = await server.call('POST', `${V3}/register`, {});
    const mira = await signUp('mira', BORN_AS_MINOR);

    expect(asked.body.params).toEqual({});
    expect(await protectionOf(mira)).toEqual({ minor: mode === 'all' });
  });

  test('a minor is one until the day they come of age, which only they are told', async () => {
    const { mira, jonas } = await startWithMinor(open);

    expect(await protectionOf(mira)).toEqual({ minor: true, until_ts: Date.UTC(2028, 5, 1) });
    expect(await protectionOf(jonas)).toEqual({ minor: false });
  });

  test('somebody who comes of age is protected to the last moment and not after', async () => {
    const { server, mira, jonas, noor } = await startWithMinor(open);
    const leftMs = Date.UTC(2028, 5, 1) - server.clock.nowMs();
    server.clock.advanceMs(leftMs - 1);
    const before = await protectionOf(mira);
    await ask(jonas, mira);
    const shownBefore = await requestsOf(mira);

    server.clock.advanceMs(1);
    await ask(noor, mira);

    expect(before).toMatchObject({ minor: true });
    expect(shownBefore.total).toBe(0);
    expect(await protectionOf(mira)).toEqual({ minor: false });
    expect((await requestsOf(mira)).requests).toMatchObject([{ sender: noor.userId }]);
  });

  test('of who is of age nothing is kept, of a minor no date of birth, and nothing afterwards', async () => {
    const { server, mira, jonas } = await startWithMinor(open);
    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    const kept = () => db.read.selectFrom('age_mark').selectAll().execute();
    const before = await kept();

    server.clock.advanceMs(Date.UTC(2028, 5, 1) - server.clock.nowMs());
    await server.server.minors.refresh();

    expect(before).toMatchObject([
      { user_id: mira.userId, minor: 1, until_ms: Date.UTC(2028, 5, 1) },
    ]);
    expect(JSON.stringify(before)).not.toMatch(/2010|1273|jonas/);
    expect(await kept()).toEqual([]);
    expect(jonas.userId).toContain('jonas');
    await db.close();
  });

  test('who comes with a client that tells no month is protected', async () => {
    const { signUp } = await startGuarded(open);

    const mira = await signUp('mira');

    expect(await protectionOf(mira)).toEqual({ minor: true });
  });

  test.each(['2099-01', '1850-01', '2012-13', '12-2012', 2012, {}, null])(
    '%j as a month of birth makes no account',
    async (month) => {
      const { server, register } = await startGuarded(open);

      const refused = await register('mira', { 'app.sotto.birth_month': month });

      expect(refused.status).toBe(400);
      const free = await server.call('GET', `${V3}/register/available?username=mira`);
      expect(free.status).toBe(200);
    },
  );

  test('nothing a minor can write makes them of age', async () => {
    const { register, mira } = await startWithMinor(open);
    const grownUp = { minor: false, until_ts: 0 };

    const tried = [
      await register('mira', { 'app.sotto.birth_month': BORN_AS_ADULT }),
      await mira.call('PUT', `${SOTTO}/protection`, grownUp),
      await mira.call('POST', `${SOTTO}/protection`, grownUp),
      await mira.call('DELETE', `${SOTTO}/protection`),
    ];
    await setAccountData(mira, 'app.sotto.protection', grownUp);
    await mira.call('PUT', `${V3}/profile/${mira.userId}/app.sotto.birth_month`, {
      'app.sotto.birth_month': BORN_AS_ADULT,
    });
    await mira.call('PUT', `${V3}/profile/${mira.userId}/app.sotto.minor`, {
      'app.sotto.minor': false,
    });

    expect(tried.map(({ status }) => status)).toEqual([400, 405, 405, 405]);
    expect(await protectionOf(mira)).toMatchObject({ minor: true });
  });

  test('nobody asks for another person’s age, and nobody without an account', async () => {
    const { server, mira, jonas } = await startWithMinor(open);

    const others = [
      await jonas.call('GET', `${SOTTO}/protection/${mira.userId}`),
      await jonas.call('GET', `${SOTTO}/protection?user_id=${mira.userId}`),
      await server.call('GET', `${SOTTO}/protection`),
    ];

    expect(others.map(answer)).toEqual(['404 M_UNRECOGNIZED', '200', '401 M_MISSING_TOKEN']);
    expect(others[1]?.body).toEqual({ minor: false });
  });

  test('the operator says who is one, and who is not any more', async () => {
    const { server, signUp } = await startGuarded(open, { mode: 'marked' });
    const mira = await signUp('mira');
    const { minors } = server.server;
    const before = await protectionOf(mira);

    await minors.setAge({ localpart: 'mira', age: 'minor' });
    const marked = await protectionOf(mira);
    await minors.setAge({ localpart: 'mira', age: BORN_AS_MINOR });
    const dated = await protectionOf(mira);
    await minors.setAge({ localpart: 'mira', age: 'adult' });

    expect(before).toEqual({ minor: false });
    expect(marked).toEqual({ minor: true });
    expect(dated).toEqual({ minor: true, until_ts: Date.UTC(2028, 5, 1) });
    expect(await protectionOf(mira)).toEqual({ minor: false });
  });

  test('with all, everybody is one until the operator says otherwise, also after their date', async () => {
    const { server, signUp } = await startGuarded(open, { mode: 'all' });
    const [mira, jonas] = [await signUp('mira'), await signUp('jonas')];
    await server.server.minors.setAge({ localpart: 'jonas', age: 'adult' });
    await server.server.minors.setAge({ localpart: 'mira', age: BORN_AS_MINOR });

    const before = [await protectionOf(mira), await protectionOf(jonas)];
    server.clock.advanceMs(Date.UTC(2028, 5, 1) - server.clock.nowMs());
    await server.server.minors.refresh();

    expect(before.map(({ minor }) => minor)).toEqual([true, false]);
    expect((await protectionOf(mira)).minor).toBe(false);
  });

  test('a mark made beside a running server holds there too', async () => {
    const first = await startWithMinor(open);
    const second = await startGuarded(async () => first.server.storage, { mode: 'ask' });
    second.server.clock.advanceMs(DAY_MS);

    await second.server.server.minors.setAge({ localpart: 'jonas', age: 'minor' });
    await first.server.server.minors.refresh();

    expect(await protectionOf(first.jonas)).toEqual({ minor: true });
  });

  test('marking nobody, or while nobody is protected, is refused in words', async () => {
    const { server } = await startGuarded(open);
    const off = await startGuarded(open, { mode: 'off' });

    const unknown = server.server.minors.setAge({ localpart: 'nobody', age: 'minor' });
    await expect(unknown).rejects.toThrow('There is no such account.');
    const unprotected = off.server.server.minors.setAge({ localpart: 'mira', age: 'minor' });
    await expect(unprotected).rejects.toThrow('SOTTO_MINORS');
  });

  test('a mark goes with its account', async () => {
    const { server, mira } = await startWithMinor(open);
    const auth = {
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user: 'mira' },
      password: 'correct horse battery staple',
    };

    await mira.call('POST', `${V3}/account/deactivate`, { auth });

    const db = await openDatabase({ ...server.storage, onIdleError: () => undefined });
    expect(await db.read.selectFrom('age_mark').selectAll().execute()).toEqual([]);
    await db.close();
  });
});
