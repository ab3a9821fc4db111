import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, loginForm, PASSWORD, whoami } from '../testing.ts';

const REGISTER = `${CLIENT}/register`;
const VALIDITY = '/_matrix/client/v1/register/m.login.registration_token/validity';
const dummy = (session?: string) => ({ type: 'm.login.dummy', session });

describeEachDatabase('signing up', (open) => {
  test('a client that asks with nothing learns what is needed', async () => {
    const home = await startHomeserver(open);

    const asked = await home.call('POST', REGISTER, {});

    expect(asked).toMatchObject({
      status: 401,
      body: { flows: [{ stages: ['m.login.dummy'] }], params: {}, session: expect.any(String) },
    });
    expect(asked.body).not.toHaveProperty('errcode');
  });

  test('with the session of the first question makes an account and a device', async () => {
    const home = await startHomeserver(open);
    const { session } = (await home.call('POST', REGISTER, {})).body;

    const done = await home.call('POST', REGISTER, {
      username: 'mira',
      password: PASSWORD,
      device_id: 'PHONE',
      initial_device_display_name: 'Mira’s phone',
      auth: dummy(session),
    });

    expect(done).toMatchObject({ status: 200, body: { user_id: '@mira:sotto.test' } });
    expect(done.body).not.toHaveProperty('refresh_token');
    expect(done.body).not.toHaveProperty('expires_in_ms');
    const devices = await home.call('GET', `${CLIENT}/devices`, undefined, done.body.access_token);
    expect(devices.body.devices).toEqual([
      {
        device_id: 'PHONE',
        display_name: 'Mira’s phone',
        last_seen_ip: '127.0.0.1',
        last_seen_ts: home.clock.nowMs(),
        'app.sotto.first_seen_ip': '127.0.0.1',
        'app.sotto.first_seen_ts': home.clock.nowMs(),
        'app.sotto.user_agent': 'lightMyRequest',
      },
    ]);
  });

  test('without a name gets one made up', async () => {
    const home = await startHomeserver(open);

    const done = await home.call('POST', REGISTER, { password: PASSWORD, auth: dummy() });

    expect(done.body.user_id).toMatch(/^@u[0-9a-f]{20}:sotto\.test$/);
  });

  test('with inhibit_login gets no device, and can sign in afterwards', async () => {
    const home = await startHomeserver(open);
    const form = { username: 'mira', password: PASSWORD, auth: dummy(), inhibit_login: true };

    const done = await home.call('POST', REGISTER, form);

    expect(done).toMatchObject({ status: 200, body: { user_id: '@mira:sotto.test' } });
    expect(Object.keys(done.body)).toEqual(['user_id']);
    expect((await home.signIn('mira')).userId).toBe('@mira:sotto.test');
  });

  test('with refresh_token gets a token that ends and one that renews it', async () => {
    const home = await startHomeserver(open);
    const form = { username: 'mira', password: PASSWORD, auth: dummy(), refresh_token: true };

    const done = await home.call('POST', REGISTER, form);

    expect(done.body).toMatchObject({
      expires_in_ms: 3_600_000,
      refresh_token: expect.any(String),
    });
  });

  test('without a password is refused once the rest is settled', async () => {
    const home = await startHomeserver(open);

    const refused = await home.call('POST', REGISTER, { username: 'mira', auth: dummy() });

    expect(refused).toMatchObject({ status: 400, body: { errcode: 'M_MISSING_PARAM' } });
  });

  test('under a name that exists is refused before anything is asked, and changes nothing', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    const form = { username: 'mira', password: 'a password of mine' };
    const asked = await home.call('POST', REGISTER, form);
    const forced = await home.call('POST', REGISTER, { ...form, auth: dummy() });

    expect(asked).toMatchObject({ status: 400, body: { errcode: 'M_USER_IN_USE' } });
    expect(forced).toMatchObject({ status: 400, body: { errcode: 'M_USER_IN_USE' } });
    expect((await whoami(home, mira.accessToken)).status).toBe(200);
    expect((await home.signIn('mira')).userId).toBe(mira.userId);
  });

  test('of many at once under one name exactly one wins, and only its password works', async () => {
    const home = await startHomeserver(open);
    const passwords = Array.from({ length: 8 }, (_, index) => `the password of ${index}`);

    const replies = await Promise.all(
      passwords.map((password) =>
        home.call('POST', REGISTER, { username: 'mira', password, auth: dummy() }),
      ),
    );

    const winners = replies.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    const losers = replies.filter(({ status }) => status !== 200);
    expect(winners).toHaveLength(1);
    expect(losers.map(({ body }) => body.errcode)).toEqual(losers.map(() => 'M_USER_IN_USE'));
    const [winner = -1] = winners;
    const form = loginForm('mira', { password: passwords[winner] });
    expect((await home.call('POST', `${CLIENT}/login`, form)).status).toBe(200);
  });

  test('under a name that misleads is refused in words, as it is when asked whether it is free', async () => {
    const home = await startHomeserver(open);

    for (const name of ['Mira', 'mіra', '\u202Earim', 'mi\u0000ra', 'admin', '']) {
      const form = { username: name, password: PASSWORD, auth: dummy() };
      const refused = await home.call('POST', REGISTER, form);
      const query = `${REGISTER}/available?username=${encodeURIComponent(name)}`;
      const unavailable = await home.call('GET', query);

      const expected = { name, status: 400, body: { errcode: 'M_INVALID_USERNAME' } };
      expect({ name, ...refused }).toMatchObject(expected);
      expect(refused.body.error).toMatch(/^[A-Z].+/);
      expect({ name, ...unavailable }).toMatchObject(expected);
    }
  });

  test('a name is free until it is taken', async () => {
    const home = await startHomeserver(open);
    const ask = () => home.call('GET', `${REGISTER}/available?username=mira`);

    const before = await ask();
    await home.signUp('mira');
    const after = await ask();

    expect(before).toMatchObject({ status: 200, body: { available: true } });
    expect(after).toMatchObject({ status: 400, body: { errcode: 'M_USER_IN_USE' } });
  });

  test('with anything wrong is refused and leaves the name free', async () => {
    const home = await startHomeserver(open);
    const faults = [
      [{ password: 'seven77' }, 'M_WEAK_PASSWORD'],
      [{ password: 'x'.repeat(513) }, 'M_INVALID_PARAM'],
      [{ device_id: 'MY PHONE' }, 'M_INVALID_PARAM'],
      [{ device_id: 'PHONE\u202E' }, 'M_INVALID_PARAM'],
      [{ initial_device_display_name: 'x'.repeat(101) }, 'M_INVALID_PARAM'],
      [{ username: ['mira'] }, 'M_BAD_JSON'],
      [{ username: { $ne: '' } }, 'M_BAD_JSON'],
      [{ auth: 'm.login.dummy' }, 'M_BAD_JSON'],
    ] as const;

    for (const [fault, errcode] of faults) {
      const form = { username: 'mira', password: PASSWORD, auth: dummy(), ...fault };
      const refused = await home.call('POST', REGISTER, form);

      expect({ fault, ...refused }).toMatchObject({ fault, status: 400, body: { errcode } });
      expect((await home.call('GET', `${REGISTER}/available?username=mira`)).status).toBe(200);
    }
  });

  test('with prototype keys in the body is refused', async () => {
    const home = await startHomeserver(open);

    const body = `{"username":"mira","password":"${PASSWORD}","__proto__":{"auth":{"type":"m.login.dummy"}}}`;
    const refused = await home.call('POST', REGISTER, body);

    expect(refused.status).toBe(400);
    expect((await home.call('GET', `${REGISTER}/available?username=mira`)).status).toBe(200);
  });

  test('as a guest is refused', async () => {
    const home = await startHomeserver(open);

    const refused = await home.call('POST', `${REGISTER}?kind=guest`, {});

    expect(refused).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
  });
});

describeEachDatabase('signing up where it is closed', (open) => {
  test('is refused at once, and so is every question about it', async () => {
    const home = await startHomeserver(open, { registration: 'closed' });

    const replies = [
      await home.call('POST', REGISTER, {}),
      await home.call('POST', REGISTER, { username: 'mira', password: PASSWORD, auth: dummy() }),
      await home.call('GET', `${REGISTER}/available?username=mira`),
      await home.call('GET', `${VALIDITY}?token=anything`),
    ];

    for (const reply of replies) {
      expect(reply).toMatchObject({ status: 403, body: { errcode: 'M_FORBIDDEN' } });
    }
  });

  test('the operator can still make accounts, also under names kept back', async () => {
    const home = await startHomeserver(open, { registration: 'closed' });

    const user = { localpart: 'support', password: PASSWORD, displayName: 'Help Desk' };
    const userId = await home.server.accounts.createUser(user);
    const again = home.server.accounts.createUser(user);

    expect(userId).toBe('@support:sotto.test');
    await expect(again).rejects.toMatchObject({ code: 'user_in_use' });
    const support = await home.signIn('support');
    const profile = await support.call('GET', `${CLIENT}/profile/${userId}`);
    expect(profile.body).toEqual({ displayname: 'Help Desk' });
  });

  test('the operator is held to the grammar too', async () => {
    const home = await startHomeserver(open, { registration: 'closed' });
    const { createUser } = home.server.accounts;
    const user = { localpart: 'support', password: PASSWORD };

    await expect(createUser({ ...user, localpart: 'Support' })).rejects.toMatchObject({
      code: 'invalid_username',
    });
    await expect(createUser({ ...user, password: 'short' })).rejects.toMatchObject({
      code: 'weak_password',
    });
    await expect(createUser({ ...user, displayName: '\u202Egpj' })).rejects.toMatchObject({
      code: 'invalid_profile_field',
    });
  });
});

describeEachDatabase('signing up by invitation', (open) => {
  const options = { registration: 'token', registrationTokens: ['spring', 'autumn'] } as const;
  const form = { username: 'mira', password: PASSWORD };
  const invited = (token: unknown, session?: string) => ({
    type: 'm.login.registration_token',
    token,
    session,
  });

  test('needs a token of the operator', async () => {
    const home = await startHomeserver(open, options);
    const asked = await home.call('POST', REGISTER, form);
    const { session } = asked.body;

    const wrong = await home.call('POST', REGISTER, { ...form, auth: invited('winter', session) });
    const right = await home.call('POST', REGISTER, { ...form, auth: invited('autumn', session) });

    expect(asked.body.flows).toEqual([{ stages: ['m.login.registration_token'] }]);
    expect(wrong).toMatchObject({ status: 401, body: { errcode: 'M_FORBIDDEN', session } });
    expect(right).toMatchObject({ status: 200, body: { user_id: '@mira:sotto.test' } });
  });

  test('is not done with anything but a token', async () => {
    const home = await startHomeserver(open, options);
    const wrong = ['', undefined, null, ['spring'], 'Spring'].map((token) => invited(token));

    for (const auth of [...wrong, { type: 'm.login.dummy' }]) {
      const refused = await home.call('POST', REGISTER, { ...form, auth });

      expect({ auth, status: refused.status }).toEqual({ auth, status: 401 });
      expect((await home.call('GET', `${REGISTER}/available?username=mira`)).status).toBe(200);
    }
  });

  test('a token can be tried out', async () => {
    const home = await startHomeserver(open, options);

    expect((await home.call('GET', `${VALIDITY}?token=spring`)).body).toEqual({ valid: true });
    expect((await home.call('GET', `${VALIDITY}?token=winter`)).body).toEqual({ valid: false });
    expect(await home.call('GET', VALIDITY)).toMatchObject({
      status: 400,
      body: { errcode: 'M_INVALID_PARAM' },
    });
  });
});
