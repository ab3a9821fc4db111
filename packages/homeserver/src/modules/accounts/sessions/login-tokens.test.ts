import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestDevice } from '../../../testing/homeserver.ts';
import { loginByToken } from '../devices/linking/testing.ts';
import { CLIENT, PASSWORD, passwordAuth } from '../testing.ts';

const GET_TOKEN = '/_matrix/client/v1/login/get_token';
const NO = { status: 403, body: { errcode: 'M_FORBIDDEN' } };

async function getToken(device: TestDevice, password: string = PASSWORD) {
  const { session } = (await device.call('POST', GET_TOKEN, {})).body;
  const auth = passwordAuth(device.userId, password, session);
  return device.call('POST', GET_TOKEN, { auth });
}

describeEachDatabase('a login token', (open) => {
  test('is given for the password, and signs one device in, once', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    const asked = await mira.call('POST', GET_TOKEN, {});
    const { status, body } = await getToken(mira);
    const first = await loginByToken(home, body.login_token, { refresh_token: true });
    const second = await loginByToken(home, body.login_token);

    expect(asked).toMatchObject({
      status: 401,
      body: { flows: [{ stages: ['m.login.password'] }] },
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { expires_in_ms: 60_000 } });
    expect(first).toMatchObject({
      status: 200,
      body: { user_id: mira.userId, refresh_token: expect.any(String) },
    });
    expect(second).toMatchObject(NO);
    const path = `${CLIENT}/devices/${first.body.device_id}`;
    expect((await mira.call('GET', path)).body).not.toHaveProperty('app.sotto.linked_by');
  });

  test('is not given for a wrong password or without being signed in', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    expect((await getToken(mira, 'wrong')).status).toBe(401);
    expect((await home.call('POST', GET_TOKEN, {})).status).toBe(401);
  });

  test('expires after a minute', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const early = (await getToken(mira)).body.login_token;
    const late = (await getToken(mira)).body.login_token;

    home.clock.advanceMs(59_999);
    expect((await loginByToken(home, early)).status).toBe(200);
    home.clock.advanceMs(1);
    expect(await loginByToken(home, late)).toMatchObject(NO);
  });

  test('ends with the device that asked for it, and with the account', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const ofPhone = (await getToken(phone)).body.login_token;
    const ofLaptop = (await getToken(laptop)).body.login_token;

    await phone.call('POST', `${CLIENT}/logout`, {});
    expect(await loginByToken(home, ofPhone)).toMatchObject(NO);
    const path = `${CLIENT}/account/deactivate`;
    const { session } = (await laptop.call('POST', path, {})).body;
    await laptop.call('POST', path, { auth: passwordAuth('mira', PASSWORD, session) });
    expect(await loginByToken(home, ofLaptop)).toMatchObject(NO);
  });

  test('that never was, or is none, is refused like one that was used', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');

    for (const token of ['', 'sotto_login_x', 'x'.repeat(10_000), undefined]) {
      expect(await loginByToken(home, token)).toMatchObject(NO);
    }
    expect(await loginByToken(home, 7)).toMatchObject({ body: { errcode: 'M_BAD_JSON' } });
  });

  test('is not used up by a sign-in that was refused for its device', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const token = (await getToken(mira)).body.login_token;

    expect((await loginByToken(home, token, { device_id: 'a b' })).status).toBe(400);

    expect((await loginByToken(home, token, { device_id: 'OTHER' })).status).toBe(200);
  });
});
