import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { startHomeserver, type TestHomeserver } from '../../../testing/homeserver.ts';
import { CLIENT, loginForm, whoami } from '../testing.ts';

const GONE = { status: 401, body: { errcode: 'M_UNKNOWN_TOKEN', soft_logout: false } };
const SOFT = { status: 401, body: { errcode: 'M_UNKNOWN_TOKEN', soft_logout: true } };

describeEachDatabase('renewing tokens', (open) => {
  async function signInRefreshing(home: TestHomeserver) {
    await home.signUp('mira');
    return (await home.call('POST', `${CLIENT}/login`, loginForm('mira', { refresh_token: true })))
      .body;
  }
  const refresh = (home: TestHomeserver, token: unknown) =>
    home.call('POST', `${CLIENT}/refresh`, { refresh_token: token });

  test('an access token ends after its hour, softly, and not a moment earlier', async () => {
    const home = await startHomeserver(open);
    const { access_token: token, expires_in_ms: lifetimeMs } = await signInRefreshing(home);

    home.clock.advanceMs(lifetimeMs - 1);
    const before = await whoami(home, token);
    home.clock.advanceMs(1);
    const after = await whoami(home, token);

    expect(lifetimeMs).toBe(3_600_000);
    expect(before.status).toBe(200);
    expect(after).toMatchObject(SOFT);
  });

  test('one that did not ask for renewal does not end', async () => {
    const home = await startHomeserver(open);
    const { accessToken } = await home.signUp('mira');

    home.clock.advanceMs(400 * 86_400_000);

    expect((await whoami(home, accessToken)).status).toBe(200);
  });

  test('gives a new pair for the same device; using it ends the old pair', async () => {
    const home = await startHomeserver(open);
    const old = await signInRefreshing(home);

    const renewed = (await refresh(home, old.refresh_token)).body;
    const early = await whoami(home, old.access_token);
    const used = await whoami(home, renewed.access_token);

    expect(early.status).toBe(200);
    expect(used.body).toMatchObject({ user_id: '@mira:sotto.test', device_id: old.device_id });
    expect(await whoami(home, old.access_token)).toMatchObject(GONE);
    expect(await refresh(home, old.refresh_token)).toMatchObject(GONE);
    expect(renewed.expires_in_ms).toBe(3_600_000);
  });

  test('can be repeated when the answer was lost, until one answer is used', async () => {
    const home = await startHomeserver(open);
    const old = await signInRefreshing(home);
    home.clock.advanceMs(3_600_000);

    const lost = (await refresh(home, old.refresh_token)).body;
    const kept = (await refresh(home, old.refresh_token)).body;
    await whoami(home, kept.access_token);

    expect((await whoami(home, kept.access_token)).status).toBe(200);
    expect(await whoami(home, lost.access_token)).toMatchObject(GONE);
    expect(await refresh(home, lost.refresh_token)).toMatchObject(GONE);
    expect(await refresh(home, old.refresh_token)).toMatchObject(GONE);
    expect((await refresh(home, kept.refresh_token)).status).toBe(200);
  });

  test('using the new refresh token counts as having received the pair', async () => {
    const home = await startHomeserver(open);
    const old = await signInRefreshing(home);

    const second = (await refresh(home, old.refresh_token)).body;
    const third = (await refresh(home, second.refresh_token)).body;

    expect(await whoami(home, old.access_token)).toMatchObject(GONE);
    expect((await whoami(home, second.access_token)).status).toBe(200);
    expect((await whoami(home, third.access_token)).status).toBe(200);
    expect(await whoami(home, second.access_token)).toMatchObject(GONE);
  });

  test('asked for over and over keeps only the newest four answers', async () => {
    const home = await startHomeserver(open);
    const old = await signInRefreshing(home);
    const answers: { refresh_token: string }[] = [];
    for (let time = 0; time < 5; time += 1) {
      answers.push((await refresh(home, old.refresh_token)).body);
    }

    expect(await refresh(home, answers[0]?.refresh_token)).toMatchObject(GONE);
    expect((await refresh(home, answers[1]?.refresh_token)).status).toBe(200);
  });

  test('takes refresh tokens only, and refresh tokens open nothing', async () => {
    const home = await startHomeserver(open);
    const { access_token: access, refresh_token: refreshToken } = await signInRefreshing(home);

    expect(await refresh(home, access)).toMatchObject(GONE);
    expect(await refresh(home, 'x'.repeat(10_000))).toMatchObject(GONE);
    expect(await refresh(home, '')).toMatchObject(GONE);
    expect(await refresh(home, { $ne: '' })).toMatchObject({ body: { errcode: 'M_BAD_JSON' } });
    expect(await whoami(home, refreshToken)).toMatchObject(GONE);
  });

  test('ends with the device', async () => {
    const home = await startHomeserver(open);
    const session = await signInRefreshing(home);

    await home.call('POST', `${CLIENT}/logout`, undefined, session.access_token);

    expect(await refresh(home, session.refresh_token)).toMatchObject(GONE);
  });
});
