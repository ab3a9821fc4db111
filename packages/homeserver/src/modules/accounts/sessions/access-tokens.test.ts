import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, loginForm, PASSWORD, whoami } from '../testing.ts';

const GONE = { status: 401, body: { errcode: 'M_UNKNOWN_TOKEN', soft_logout: false } };

describeEachDatabase('access tokens', (open) => {
  test('none, forged ones and the stored form of a true one are refused', async () => {
    const home = await startHomeserver(open);
    const { accessToken } = await home.signUp('mira');

    const forged = [
      'x',
      `${accessToken}x`,
      accessToken.slice(0, -1),
      accessToken.toUpperCase(),
      `${accessToken}\u0000`,
      hash('sha256', accessToken, 'base64url'),
      hash('sha256', accessToken, 'hex'),
      'x'.repeat(10_000),
      "' or 1=1 --",
      '__proto__',
    ];

    expect(await home.call('GET', `${CLIENT}/account/whoami`)).toMatchObject({
      status: 401,
      body: { errcode: 'M_MISSING_TOKEN' },
    });
    for (const token of forged) {
      const path = `${CLIENT}/account/whoami?access_token=${encodeURIComponent(token)}`;
      expect({ token, ...(await home.call('GET', path)) }).toMatchObject({ token, ...GONE });
    }
  });

  test('one that was logged out is dead at once, its device gone, and others live on', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    // Both are remembered from now on.
    await whoami(home, phone.accessToken);
    await whoami(home, laptop.accessToken);

    const done = await phone.call('POST', `${CLIENT}/logout`);

    expect(done).toMatchObject({ status: 200, body: {} });
    expect(await whoami(home, phone.accessToken)).toMatchObject(GONE);
    const { devices } = (await laptop.call('GET', `${CLIENT}/devices`)).body;
    expect(devices).toMatchObject([{ device_id: laptop.deviceId }]);
  });

  test('logging out everywhere ends all of one’s own and nobody else’s', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const jonas = await home.signUp('jonas');

    await laptop.call('POST', `${CLIENT}/logout/all`, {});

    expect(await whoami(home, phone.accessToken)).toMatchObject(GONE);
    expect(await whoami(home, laptop.accessToken)).toMatchObject(GONE);
    expect((await whoami(home, jonas.accessToken)).status).toBe(200);
    expect((await home.signIn('mira')).userId).toBe(phone.userId);
  });

  test('one that another process ended is dead within ten seconds', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    await whoami(home, mira.accessToken);
    // A second process on the same storage, as the command line is.
    const other = await startHomeserver(async () => home.storage);

    await other.server.accounts.resetPassword({
      localpart: 'mira',
      password: 'quite new',
      signOut: true,
    });

    home.clock.advanceMs(10_000);
    expect(await whoami(home, mira.accessToken)).toMatchObject(GONE);
  });

  test('a password reset that races with a sign-in by the old password leaves no session behind', async () => {
    const home = await startHomeserver(open);
    await home.signUp('mira');

    for (let round = 0; round < 10; round += 1) {
      const reset = { localpart: 'mira', password: `password ${round}`, signOut: true };
      const old = round === 0 ? PASSWORD : `password ${round - 1}`;
      const [signedIn] = await Promise.all([
        home.call('POST', `${CLIENT}/login`, loginForm('mira', { password: old })),
        home.server.accounts.resetPassword(reset),
      ]);
      // Either the sign-in came too late, or its token ended with the reset.
      expect([200, 403]).toContain(signedIn.status);
      const token = signedIn.body.access_token ?? 'none';
      expect(await whoami(home, token)).toMatchObject(GONE);
    }
  });
});
