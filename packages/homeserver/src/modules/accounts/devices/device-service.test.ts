import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, loginForm, PASSWORD, passwordAuth, whoami } from '../testing.ts';
import { DEVICES_MAX } from './device-rules.ts';

const DEVICES = `${CLIENT}/devices`;
const DELETE = `${CLIENT}/delete_devices`;
const MISSING = { status: 404, body: { errcode: 'M_NOT_FOUND' } };

describeEachDatabase('the device list', (open) => {
  test('shows one’s own devices, and nobody else’s', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const jonas = await home.signUp('jonas');

    const { devices } = (await phone.call('GET', DEVICES)).body;

    const ids = devices.map((device: { device_id: string }) => device.device_id);
    expect(ids.toSorted()).toEqual([phone.deviceId, laptop.deviceId].toSorted());
    expect((await phone.call('GET', `${DEVICES}/${laptop.deviceId}`)).status).toBe(200);
    expect(await phone.call('GET', `${DEVICES}/${jonas.deviceId}`)).toMatchObject(MISSING);
    expect(await phone.call('GET', `${DEVICES}/%00`)).toMatchObject(MISSING);
  });

  test('says when and from where each was last seen, a few minutes late', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const signedUpMs = home.clock.nowMs();

    home.clock.advanceMs(6 * 60_000);
    await home.server.app.inject({
      url: `${CLIENT}/account/whoami`,
      headers: { authorization: `Bearer ${phone.accessToken}` },
      remoteAddress: '192.0.2.7',
    });

    expect((await laptop.call('GET', `${DEVICES}/${phone.deviceId}`)).body).toEqual({
      device_id: phone.deviceId,
      last_seen_ip: '192.0.2.7',
      last_seen_ts: signedUpMs + 6 * 60_000,
      'app.sotto.first_seen_ip': '127.0.0.1',
      'app.sotto.first_seen_ts': signedUpMs,
      'app.sotto.user_agent': 'lightMyRequest',
    });
  });

  test('a device can be renamed and its name taken away, within limits', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const jonas = await home.signUp('jonas');
    const path = `${DEVICES}/${phone.deviceId}`;
    const rename = (display_name: unknown) => phone.call('PUT', path, { display_name });
    const name = async () => (await phone.call('GET', path)).body.display_name;

    expect((await rename('x'.repeat(100))).status).toBe(200);
    expect(await name()).toBe('x'.repeat(100));
    for (const fault of ['x'.repeat(101), 'phone\u202E', '  ']) {
      expect(await rename(fault)).toMatchObject({ body: { errcode: 'M_INVALID_PARAM' } });
    }
    expect(await rename(null)).toMatchObject({ body: { errcode: 'M_BAD_JSON' } });
    expect((await phone.call('PUT', path, {})).status).toBe(200);
    expect(await name()).toBe('x'.repeat(100));
    expect((await rename('')).status).toBe(200);
    expect(await name()).toBeUndefined();

    expect(await jonas.call('PUT', path, { display_name: 'mine' })).toMatchObject(MISSING);
    expect(await phone.call('PUT', `${DEVICES}/NONE`, {})).toMatchObject(MISSING);
    expect(await phone.call('PUT', `${DEVICES}/%00`, { display_name: 'x' })).toMatchObject(MISSING);
  });

  test('is full at 200; a known device may still sign in, a new one after room was made', async () => {
    const home = await startHomeserver(open);
    const first = await home.signUp('mira');
    for (let count = 1; count < DEVICES_MAX; count += 1) await home.signIn('mira');

    const refused = await home.call('POST', `${CLIENT}/login`, loginForm('mira'));
    const known = loginForm('mira', { device_id: first.deviceId });
    const again = await home.call('POST', `${CLIENT}/login`, known);
    await home.call('POST', `${CLIENT}/logout`, {}, again.body.access_token);

    expect(refused).toMatchObject({
      status: 403,
      body: { errcode: 'M_USER_LIMIT_EXCEEDED', info_uri: 'http://sotto.test' },
    });
    expect(again.status).toBe(200);
    expect((await home.call('POST', `${CLIENT}/login`, loginForm('mira'))).status).toBe(200);
  });
});

describeEachDatabase('signing out another device', (open) => {
  test('takes the password, and then the device and its token are gone', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    await whoami(home, laptop.accessToken);
    const path = `${DEVICES}/${laptop.deviceId}`;

    const asked = await phone.call('DELETE', path);
    const { session } = asked.body;
    const wrong = await phone.call('DELETE', path, { auth: passwordAuth('mira', 'no', session) });
    const auth = passwordAuth('mira', PASSWORD, session);
    const done = await phone.call('DELETE', path, { auth });

    expect(asked).toMatchObject({
      status: 401,
      body: { flows: [{ stages: ['m.login.password'] }], session: expect.any(String) },
    });
    expect(wrong).toMatchObject({ status: 401, body: { errcode: 'M_FORBIDDEN', session } });
    expect(done).toMatchObject({ status: 200, body: {} });
    expect((await whoami(home, laptop.accessToken)).status).toBe(401);
    expect(await phone.call('GET', path)).toMatchObject(MISSING);
    const again = await phone.call('DELETE', path, { auth: passwordAuth('mira') });
    expect(again.status).toBe(200);
  });

  test('several at once; ids of other people’s devices do nothing', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const tablet = await home.signIn('mira');
    const jonas = await home.signUp('jonas');
    const devices = [laptop.deviceId, tablet.deviceId, jonas.deviceId, 'NONE', '\u0000'];

    const done = await phone.call('POST', DELETE, { devices, auth: passwordAuth('mira') });

    expect(done.status).toBe(200);
    expect((await whoami(home, laptop.accessToken)).status).toBe(401);
    expect((await whoami(home, tablet.accessToken)).status).toBe(401);
    expect((await whoami(home, phone.accessToken)).status).toBe(200);
    expect((await whoami(home, jonas.accessToken)).status).toBe(200);
  });

  test('nobody else’s password will do', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const form = { username: 'jonas', password: 'the password of jonas' };
    const dummy = { type: 'm.login.dummy' };
    await home.call('POST', `${CLIENT}/register`, { ...form, auth: dummy });

    const answers = [
      passwordAuth('jonas', form.password),
      passwordAuth('@jonas:sotto.test', form.password),
      passwordAuth('mira', form.password),
      { type: 'm.login.password', user: 'jonas', password: form.password },
      { type: 'm.login.password', identifier: { type: 'm.id.user' }, password: form.password },
      { type: 'm.login.password', identifier: { type: 'm.id.phone' }, password: PASSWORD },
      { type: 'm.login.password', password: [PASSWORD] },
      { type: 'm.login.password' },
      dummy,
    ];

    for (const auth of answers) {
      home.clock.advanceMs(5 * 60_000);
      const path = `${DEVICES}/${laptop.deviceId}`;
      const { status } = await phone.call('DELETE', path, { auth });
      expect({ auth, status }).toEqual({ auth, status: 401 });
    }
    expect((await whoami(home, laptop.accessToken)).status).toBe(200);
  });

  test('clients that name nobody mean themselves', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');

    const auth = { type: 'm.login.password', password: PASSWORD };
    const done = await phone.call('DELETE', `${DEVICES}/${laptop.deviceId}`, { auth });

    expect(done.status).toBe(200);
  });

  test('a session begun for one operation or by one person does not carry over', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const jonas = await home.signUp('jonas');
    const path = `${DEVICES}/NONE`;
    const { session } = (await mira.call('DELETE', path)).body;

    const attempts = [
      await mira.call('POST', `${CLIENT}/account/deactivate`, {
        auth: passwordAuth('mira', PASSWORD, session),
      }),
      await jonas.call('DELETE', path, { auth: passwordAuth('jonas', PASSWORD, session) }),
      await jonas.call('DELETE', path, { auth: { session } }),
    ];

    for (const { status, body } of attempts) {
      expect(status).toBe(401);
      expect(body.session).not.toBe(session);
    }
    expect((await whoami(home, mira.accessToken)).status).toBe(200);
  });

  test('guessing the password here is slowed like guessing it at sign-in, and counts together', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const auth = passwordAuth('mira', 'wrong');
    const guess = () => phone.call('DELETE', `${DEVICES}/NONE`, { auth });
    for (let time = 0; time < 5; time += 1) await guess();

    const sixth = await guess();
    const signIn = await home.call('POST', `${CLIENT}/login`, loginForm('mira'));

    expect(sixth).toMatchObject({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED' } });
    expect(signIn.status).toBe(429);
  });

  test('a wrong password for somebody else’s name is slowed like one for one’s own', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    await home.signUp('jonas');
    const byPhone = { type: 'm.id.phone', country: 'DE', phone: '123' };
    const answers = [
      passwordAuth('jonas', 'wrong'),
      passwordAuth('@jonas:sotto.test'),
      passwordAuth('nobody', 'wrong'),
      passwordAuth('@mira:other.test', 'wrong'),
      { ...passwordAuth('', 'wrong'), identifier: byPhone },
      passwordAuth('another', 'wrong'),
    ];

    const statuses: number[] = [];
    for (const auth of answers) {
      statuses.push((await phone.call('DELETE', `${DEVICES}/NONE`, { auth })).status);
    }
    const own = { auth: passwordAuth('mira') };
    const early = await phone.call('DELETE', `${DEVICES}/NONE`, own);
    const jonas = await home.call('POST', `${CLIENT}/login`, loginForm('jonas'));
    home.clock.advanceMs(1_000);
    const later = await phone.call('DELETE', `${DEVICES}/NONE`, own);

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(early).toMatchObject({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED' } });
    // Who was named is not slowed by it.
    expect(jonas.status).toBe(200);
    expect(later.status).toBe(200);
  });
});
