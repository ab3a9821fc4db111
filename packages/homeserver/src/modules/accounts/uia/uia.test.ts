import { createManualClock } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { describe, expect, test } from 'vitest';
import { systemRandom } from '../../../random.ts';
import { refuse } from '../errors.ts';
import type { Stage, StageCheckers } from './stages.ts';
import { createUia, UIA_SESSION_MS, type AuthRequest } from './uia.ts';

const MIRA = '@mira:sotto.test' as UserId;
const JONAS = '@jonas:sotto.test' as UserId;
const ONE: readonly (readonly Stage[])[] = [['m.login.password']];
const TWO: readonly (readonly Stage[])[] = [['m.login.registration_token', 'm.login.dummy']];

function setUp() {
  const clock = createManualClock();
  const checkers: StageCheckers = {
    'm.login.dummy': async ({ userId }) => ({ userId }),
    'm.login.password': async ({ auth, userId }) =>
      auth['password'] === 'right' ? { userId } : refuse('wrong_credentials', 'Wrong.'),
    'm.login.registration_token': async ({ auth, userId }) =>
      auth['token'] === 'right' ? { userId } : refuse('registration_closed', 'Wrong.'),
  };
  const uia = createUia({ clock, random: systemRandom, checkers });

  /** What the client would see: the proof, or the refusal's body. */
  async function ask(auth: AuthRequest['auth'], changes: Partial<AuthRequest> = {}) {
    const request = { operation: 'deleteDevice', userId: MIRA, flows: ONE, about: 'PHONE' };
    const peer = { address: '192.0.2.1', userAgent: '' };
    try {
      return { proof: await uia.require({ ...request, auth, peer, ...changes }) };
    } catch (cause) {
      const { code, detail } = cause as { code: string; detail: Record<string, unknown> };
      return { code, detail, session: detail['session'] as string };
    }
  }
  const password = (session?: string) => ({
    type: 'm.login.password',
    password: 'right',
    ...(session === undefined ? {} : { session }),
  });
  return { ask, clock, password };
}

describe('without an answer', () => {
  test.each([undefined, null, {}, { type: 'm.login.sso' }, { type: 7 }, { type: 'toString' }])(
    'auth %j asks for one',
    async (auth) => {
      const { ask } = setUp();

      const asked = await ask(auth);

      expect(asked.code).toBe('interactive_auth');
      expect(asked.detail).toEqual({
        flows: [{ stages: ['m.login.password'] }],
        params: {},
        session: expect.stringMatching(/^.{32}$/),
      });
    },
  );
});

describe('a flow of one stage', () => {
  test('is passed with the session, and by clients that never asked for one', async () => {
    const { ask, password } = setUp();
    const { session } = await ask(undefined);

    expect(await ask(password(session))).toEqual({ proof: { userId: MIRA } });
    expect(await ask(password())).toEqual({ proof: { userId: MIRA } });
  });

  test('a wrong answer says so and lets the client try again in the same session', async () => {
    const { ask, password } = setUp();
    const { session } = await ask(undefined);

    const wrong = await ask({ ...password(session), password: 'wrong' });

    expect(wrong.detail).toMatchObject({ errcode: 'M_FORBIDDEN', error: 'Wrong.', session });
    expect(await ask(password(session))).toEqual({ proof: { userId: MIRA } });
  });

  test('a session that was used up does not work again', async () => {
    const { ask, password } = setUp();
    const { session } = await ask(undefined);
    await ask(password(session));

    const again = await ask({ session });

    expect(again.code).toBe('interactive_auth');
    expect(again.session).not.toBe(session);
  });

  test('a stage that this operation does not offer proves nothing', async () => {
    const { ask } = setUp();

    expect(await ask({ type: 'm.login.dummy' })).toMatchObject({ code: 'interactive_auth' });
  });
});

describe('a session', () => {
  test.each([
    ['another operation', { operation: 'deactivateAccount' }],
    ['another person', { userId: JONAS }],
    ['nobody', { userId: null }],
  ])(
    'of one operation is worth nothing for %s, even with the right answer',
    async (_says, other) => {
      const { ask, password } = setUp();
      const { session } = await ask(undefined);

      const swapped = await ask(password(session), other);

      expect(swapped.code).toBe('interactive_auth');
      expect(swapped.session).not.toBe(session);
    },
  );

  test('lives ten minutes', async () => {
    const { ask, clock, password } = setUp();
    const { session: early } = await ask(undefined);
    clock.advanceMs(UIA_SESSION_MS - 1);
    const { session: late } = await ask(undefined);

    expect(await ask(password(early))).toEqual({ proof: { userId: MIRA } });
    clock.advanceMs(UIA_SESSION_MS);
    expect((await ask(password(late))).code).toBe('interactive_auth');
  });

  test.each(['no-such-session', '', 7, null, {}, '__proto__'])(
    'that was made up (%j) starts over',
    async (session) => {
      const { ask } = setUp();

      const asked = await ask({ type: 'm.login.password', password: 'right', session });

      expect(asked.code).toBe('interactive_auth');
    },
  );
});

describe('a flow of two stages', () => {
  const token = (session?: string) => ({
    type: 'm.login.registration_token',
    token: 'right',
    session,
  });

  test('is passed in order, and what is done is listed', async () => {
    const { ask } = setUp();
    const { session } = await ask(undefined, { flows: TWO });

    const early = await ask({ type: 'm.login.dummy', session }, { flows: TWO });
    const half = await ask(token(session), { flows: TWO });
    const again = await ask(token(session), { flows: TWO });
    const done = await ask({ type: 'm.login.dummy', session }, { flows: TWO });

    expect(early.detail).not.toHaveProperty('completed');
    expect(half.detail).toMatchObject({ completed: ['m.login.registration_token'], session });
    expect(again.detail).toMatchObject({ completed: ['m.login.registration_token'], session });
    expect(done).toEqual({ proof: { userId: MIRA } });
  });

  test('half of it, done for one request, does not serve another', async () => {
    const { ask } = setUp();
    const { session } = await ask(undefined, { flows: TWO });
    await ask(token(session), { flows: TWO });

    const other = { flows: TWO, about: 'LAPTOP' };
    const swapped = await ask({ type: 'm.login.dummy', session }, other);

    expect(swapped.code).toBe('interactive_auth');
    expect(swapped.detail).not.toHaveProperty('completed');
  });

  test('a client may ask for the flows before it knows what it will ask for', async () => {
    const { ask } = setUp();
    const { session } = await ask(undefined, { flows: TWO, about: '' });

    const half = await ask(token(session), { flows: TWO, about: 'mira' });

    expect(half.detail).toMatchObject({ completed: ['m.login.registration_token'], session });
  });
});
