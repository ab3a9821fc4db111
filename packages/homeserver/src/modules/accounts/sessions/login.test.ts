import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { FREE_ATTEMPTS } from '../passwords/attempts.ts';
import { CLIENT, loginForm, loginFrom, whoami } from '../testing.ts';

const LOGIN = `${CLIENT}/login`;
const GONE = { status: 401, body: { errcode: 'M_UNKNOWN_TOKEN', soft_logout: false } };

describeEachDatabase('signing in', (open) => {
  test('the flows name the password, and tokens from another device', async () => {
    const home = await startHomeserver(open);

    expect(await home.call('GET', LOGIN)).toMatchObject({
      status: 200,
      body: {
        flows: [{ type: 'm.login.password' }, { type: 'm.login.token', get_login_token: true }],
      },
    });
  });

  test('works with the short name, the full id, any case, and the old field', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');
    const { identifier: _identifier, ...oldForm } = loginForm('mira') as { identifier: object };

    const forms = [
      loginForm('mira'),
      loginForm('@mira:sotto.test'),
      loginForm('MIRA'),
      { ...oldForm, user: 'mira' },
    ];

    for (const form of forms) {
      expect(await home.call('POST', LOGIN, form)).toMatchObject({
        status: 200,
        body: {
          user_id: '@mira:sotto.test',
          well_known: { 'm.homeserver': { base_url: 'http://sotto.test' } },
        },
      });
    }
  });

  test('a wrong password, an unknown name and a foreign server get one and the same answer', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');
    const phone = { type: 'm.id.phone', country: 'DE', phone: '123' };

    const replies = [
      await home.call('POST', LOGIN, loginForm('mira', { password: 'wrong' })),
      await home.call('POST', LOGIN, loginForm('nobody')),
      await home.call('POST', LOGIN, loginForm('@mira:other.test')),
      await home.call('POST', LOGIN, loginForm('mіra')),
      await home.call('POST', LOGIN, loginForm('mira\u0000')),
      await home.call('POST', LOGIN, loginForm('mira', { identifier: phone })),
    ];

    for (const { status, body } of replies) {
      expect(status).toBe(403);
      expect(body).toEqual({ errcode: 'M_FORBIDDEN', error: replies[0]?.body.error });
    }
  });

  test('what is no sign-in is refused', async () => {
    const home = await startHomeserver(open);
    const { password: _password, ...noPassword } = loginForm('mira') as { password: string };
    const { identifier: _identifier, ...noName } = loginForm('mira') as { identifier: object };

    const faults = [
      [loginForm('mira', { type: 'm.login.sso' }), 'M_UNKNOWN'],
      [loginForm('mira', { type: 'toString' }), 'M_UNKNOWN'],
      [loginForm('mira', { identifier: { type: 'm.id.other' } }), 'M_UNKNOWN'],
      [noPassword, 'M_MISSING_PARAM'],
      [noName, 'M_MISSING_PARAM'],
      [loginForm('mira', { password: ['x'] }), 'M_BAD_JSON'],
      [{}, 'M_BAD_JSON'],
      ['{"type":', 'M_NOT_JSON'],
    ] as const;

    for (const [form, errcode] of faults) {
      const reply = await home.call('POST', LOGIN, form);
      expect({ form, ...reply }).toMatchObject({ form, status: 400, body: { errcode } });
    }
  });

  test('with the id of a known device ends its old token and keeps its name', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');
    const form = loginForm('mira', { device_id: 'PHONE', initial_device_display_name: 'Phone' });
    const first = (await home.call('POST', LOGIN, form)).body;
    expect((await whoami(home, first.access_token)).status).toBe(200);

    const renamed = { ...form, initial_device_display_name: 'Another name' };
    const second = (await home.call('POST', LOGIN, renamed)).body;

    expect(second.device_id).toBe('PHONE');
    expect(await whoami(home, first.access_token)).toMatchObject(GONE);
    const path = `${CLIENT}/devices/PHONE`;
    const device = await home.call('GET', path, undefined, second.access_token);
    expect(device.body.display_name).toBe('Phone');
  });

  test('two people may call their devices the same', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');
    await home.signUp('jonas');

    const mira = await home.call('POST', LOGIN, loginForm('mira', { device_id: 'PHONE' }));
    const jonas = await home.call('POST', LOGIN, loginForm('jonas', { device_id: 'PHONE' }));

    expect((await whoami(home, mira.body.access_token)).body.user_id).toBe('@mira:sotto.test');
    expect((await whoami(home, jonas.body.access_token)).body.user_id).toBe('@jonas:sotto.test');
  });
});

describeEachDatabase('guessing a password', (open) => {
  test('is refused after five wrong ones, even with the right one, until the wait is over', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');
    const wrong = loginForm('mira', { password: 'wrong' });
    for (let time = 0; time < FREE_ATTEMPTS; time += 1) await home.call('POST', LOGIN, wrong);

    const early = await home.call('POST', LOGIN, loginForm('mira'));
    home.clock.advanceMs(1_000);
    const later = await home.call('POST', LOGIN, loginForm('mira'));

    expect(early).toMatchObject({
      status: 429,
      body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 1_000 },
      headers: { 'retry-after': '1' },
    });
    expect(later.status).toBe(200);
  });

  test('many at once get no more tries than one after the other', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');

    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        home.call('POST', LOGIN, loginForm('mira', { password: `guess ${index}` })),
      ),
    );

    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(FREE_ATTEMPTS);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40 - FREE_ATTEMPTS);
  });

  test('names that do not exist are slowed alike', async () => {
    const home = await startHomeserver(open);

    const statuses: number[] = [];
    for (let time = 0; time <= FREE_ATTEMPTS; time += 1) {
      statuses.push((await home.call('POST', LOGIN, loginForm('nobody'))).status);
    }

    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  });

  test('from elsewhere does not lock the owner out', async () => {
    const home = await startHomeserver(open);
    const { app } = home.server;
    await home.signUp('mira');
    const wrong = loginForm('mira', { password: 'wrong' });
    for (let time = 0; time <= FREE_ATTEMPTS; time += 1) await loginFrom(app, '192.0.2.66', wrong);

    expect(await loginFrom(app, '192.0.2.66', loginForm('mira'))).toBe(429);
    expect(await loginFrom(app, '192.0.2.1', loginForm('mira'))).toBe(200);
  });
});
