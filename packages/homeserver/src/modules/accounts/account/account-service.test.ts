import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, loginForm, PASSWORD, passwordAuth, whoami } from '../testing.ts';

const LOGIN = `${CLIENT}/login`;
const CHANGE = `${CLIENT}/account/password`;
const DEACTIVATE = `${CLIENT}/account/deactivate`;
const NEW_PASSWORD = 'a quite different one';

describeEachDatabase('changing the password', (open) => {
  test('takes the old one, then only the new one signs in and other devices are out', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    await whoami(home, laptop.accessToken);

    const asked = await phone.call('POST', CHANGE, { new_password: NEW_PASSWORD });
    const auth = passwordAuth('mira', PASSWORD, asked.body.session);
    const done = await phone.call('POST', CHANGE, { new_password: NEW_PASSWORD, auth });

    expect(asked).toMatchObject({
      status: 401,
      body: { flows: [{ stages: ['m.login.password'] }] },
    });
    expect(done).toMatchObject({ status: 200, body: {} });
    expect((await whoami(home, phone.accessToken)).status).toBe(200);
    expect((await whoami(home, laptop.accessToken)).status).toBe(401);
    expect((await home.call('POST', LOGIN, loginForm('mira'))).status).toBe(403);
    const form = loginForm('mira', { password: NEW_PASSWORD });
    expect((await home.call('POST', LOGIN, form)).status).toBe(200);
  });

  test('keeps the other devices if that is wished', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');

    await phone.call('POST', CHANGE, {
      new_password: NEW_PASSWORD,
      logout_devices: false,
      auth: passwordAuth('mira'),
    });

    expect((await whoami(home, laptop.accessToken)).status).toBe(200);
  });

  test('works without a token for who knows the old password, and signs every device out', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');

    const form = { new_password: NEW_PASSWORD };
    const anonymous = await home.call('POST', CHANGE, {
      ...form,
      auth: { type: 'm.login.password', password: PASSWORD },
    });
    const done = await home.call('POST', CHANGE, { ...form, auth: passwordAuth('mira') });

    expect(anonymous.status).toBe(401);
    expect(done.status).toBe(200);
    expect((await whoami(home, phone.accessToken)).status).toBe(401);
  });

  test('to a weak one is refused before the old one is asked for', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');

    const weak = await phone.call('POST', CHANGE, { new_password: 'seven77' });

    expect(weak).toMatchObject({ status: 400, body: { errcode: 'M_WEAK_PASSWORD' } });
  });

  test('with a wrong password or a stolen token alone changes nothing', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');

    const auth = passwordAuth('mira', 'wrong password');
    const refused = await phone.call('POST', CHANGE, { new_password: NEW_PASSWORD, auth });

    expect(refused).toMatchObject({ status: 401, body: { errcode: 'M_FORBIDDEN' } });
    expect((await home.signIn('mira')).userId).toBe(phone.userId);
  });

  test('by the operator works for accounts that exist', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const { resetPassword } = home.server.accounts;

    await resetPassword({ localpart: 'mira', password: NEW_PASSWORD, signOut: false });
    const kept = await whoami(home, phone.accessToken);
    await resetPassword({ localpart: 'mira', password: NEW_PASSWORD, signOut: true });

    expect(kept.status).toBe(200);
    expect((await whoami(home, phone.accessToken)).status).toBe(401);
    const missing = { localpart: 'nobody', password: NEW_PASSWORD, signOut: true };
    await expect(resetPassword(missing)).rejects.toMatchObject({ code: 'account_not_found' });
    const weak = { localpart: 'mira', password: 'short', signOut: true };
    await expect(resetPassword(weak)).rejects.toMatchObject({ code: 'weak_password' });
  });
});

describeEachDatabase('ending an account', (open) => {
  test('takes the password, then nothing of the person is left but the name’s being taken', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const jonas = await home.signUp('jonas');
    const miranda = await home.signUp('miranda');
    const profile = `${CLIENT}/profile/${mira.userId}`;
    await mira.call('PUT', `${profile}/displayname`, { displayname: 'Mira' });
    await mira.call('PUT', `${profile}/m.tz`, { 'm.tz': 'Europe/Berlin' });

    const asked = await mira.call('POST', DEACTIVATE, {});
    const auth = passwordAuth('mira', PASSWORD, asked.body.session);
    const done = await mira.call('POST', DEACTIVATE, { auth, erase: true });

    expect(asked.status).toBe(401);
    expect(done).toMatchObject({ status: 200, body: { id_server_unbind_result: 'success' } });
    expect(await whoami(home, mira.accessToken)).toMatchObject({ body: { soft_logout: false } });
    expect((await whoami(home, laptop.accessToken)).status).toBe(401);
    expect(await home.call('POST', LOGIN, loginForm('mira'))).toMatchObject({
      status: 403,
      body: { errcode: 'M_FORBIDDEN' },
    });
    expect((await home.call('GET', profile)).status).toBe(404);
    expect((await home.call('GET', `${profile}/m.tz`)).status).toBe(404);
    const search = { search_term: 'mira', limit: 1 };
    const found = await jonas.call('POST', `${CLIENT}/user_directory/search`, search);
    expect(found.body).toEqual({ results: [{ user_id: miranda.userId }], limited: false });
    const form = { username: 'mira', password: PASSWORD, auth: { type: 'm.login.dummy' } };
    expect(await home.call('POST', `${CLIENT}/register`, form)).toMatchObject({
      body: { errcode: 'M_USER_IN_USE' },
    });
  });

  test('an ended account cannot be brought back by a password reset', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    await mira.call('POST', DEACTIVATE, { auth: passwordAuth('mira') });

    const reset = { localpart: 'mira', password: NEW_PASSWORD, signOut: true };

    await expect(home.server.accounts.resetPassword(reset)).rejects.toMatchObject({
      code: 'account_not_found',
    });
  });

  test('with a stolen token alone does not work', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    const refused = await mira.call('POST', DEACTIVATE, { auth: { type: 'm.login.dummy' } });

    expect(refused.status).toBe(401);
    expect((await whoami(home, mira.accessToken)).status).toBe(200);
  });
});
