import { printLinkCode, readLinkCode } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../../testing/each-database.ts';
import { startHomeserver, type Reply } from '../../../../testing/homeserver.ts';
import { CLIENT } from '../../testing.ts';
import { LINK_MS } from './device-link-rules.ts';
import {
  callFrom,
  cancel,
  claim,
  confirm,
  linkUpToYes,
  loginByToken,
  NEW_DEVICE_ADDRESS,
  numberOn,
  refuseLink,
  startLink,
  watch,
} from './testing.ts';

const GONE = { status: 404, body: { errcode: 'M_NOT_FOUND' } };
const NO = { status: 403, body: { errcode: 'M_FORBIDDEN' } };

const statusesOf = (replies: readonly Reply[]) =>
  replies.map(({ status }) => status).toSorted((one, other) => one - other);

describeEachDatabase('linking a device', (open) => {
  test('goes from the code over the number and the yes to a device of the same person', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');

    const { body: started } = await startLink(home);
    expect(readLinkCode(started.code)).toBe(started.code);
    expect(await watch(home, started)).toMatchObject({ body: { state: 'waiting' } });
    home.clock.advanceMs(10_000);
    const asking = await claim(phone, printLinkCode(started.code).toLowerCase());
    const shown = await watch(home, started, { seen: 'waiting', timeout_ms: 30_000 });
    const yes = await confirm(phone, started.link_id, shown.body.number);
    const handed = await watch(home, started, { seen: 'claimed', timeout_ms: 30_000 });
    const signedIn = await loginByToken(home, handed.body.login_token);

    expect(asking.body).toEqual({
      link_id: started.link_id,
      client_name: 'Chrome on Linux',
      address: NEW_DEVICE_ADDRESS,
      same_network: false,
      age_ms: 10_000,
      expires_in_ms: LINK_MS - 10_000,
      numbers: expect.arrayContaining([shown.body.number]),
    });
    expect(new Set(asking.body.numbers).size).toBe(3);
    expect(shown.body).toMatchObject({ state: 'claimed', number: expect.any(Number) });
    expect(yes.status).toBe(200);
    expect(handed.body).toMatchObject({
      state: 'confirmed',
      user_id: phone.userId,
      linked_by: phone.deviceId,
      login_token_expires_in_ms: 60_000,
    });
    expect(signedIn).toMatchObject({ status: 200, body: { user_id: phone.userId } });
    const path = `${CLIENT}/devices/${signedIn.body.device_id}`;
    expect((await phone.call('GET', path)).body).toMatchObject({
      'app.sotto.linked_by': phone.deviceId,
    });
  });

  test('the device that says yes learns whether the new one is in its own network', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');

    const { body: started } = await startLink(home, '127.0.0.1', {});

    const asking = (await claim(phone, started.code)).body;
    expect(asking).toMatchObject({ same_network: true, address: '127.0.0.1' });
    expect(asking).not.toHaveProperty('client_name');
  });

  test('a code alone gives nothing: who has no secret learns nothing and gets nothing', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const started = await linkUpToYes(home, phone);

    const thief = { ...started, secret: started.code };
    for (const secret of [started.code, '', 'x'.repeat(255), `${started.secret}x`]) {
      expect(await watch(home, { ...thief, secret })).toMatchObject(GONE);
    }
    expect(await cancel(home, thief)).toMatchObject(GONE);
    expect(await watch(home, { ...started, link_id: 'none' })).toMatchObject(GONE);

    expect((await watch(home, started)).body.login_token).toEqual(expect.any(String));
  });

  test('a wrong number ends the attempt, also for the right one after it', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const { body: started } = await startLink(home);
    const { numbers } = (await claim(phone, started.code)).body;
    const number = await numberOn(home, started);
    const wrong = numbers.find((other: number) => other !== number);

    expect(await confirm(phone, started.link_id, wrong)).toMatchObject(NO);

    expect(await confirm(phone, started.link_id, number)).toMatchObject(GONE);
    expect(await claim(phone, started.code)).toMatchObject(GONE);
    expect((await watch(home, started)).body).toEqual({
      state: 'refused',
      expires_in_ms: LINK_MS,
    });
  });

  test('of two devices of one person one wins, and the other is told', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const { body: started } = await startLink(home);

    const replies = await Promise.all([claim(phone, started.code), claim(laptop, started.code)]);

    expect(statusesOf(replies)).toEqual([200, 403]);
    const [winner, loser] = replies[0]?.status === 200 ? [phone, laptop] : [laptop, phone];
    const number = await numberOn(home, started);
    expect(await confirm(loser, started.link_id, number)).toMatchObject(GONE);
    expect(await refuseLink(loser, started.link_id)).toMatchObject(GONE);
    // A retry of what was answered is answered the same.
    expect((await claim(winner, started.code)).status).toBe(200);
    expect((await confirm(winner, started.link_id, number)).status).toBe(200);
    expect((await confirm(winner, started.link_id, number)).status).toBe(200);
  });

  test('a code that two people know lets nobody in, also in the same moment', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const thief = await home.signUp('thief');
    const { body: started } = await startLink(home);

    const replies = await Promise.all([claim(mira, started.code), claim(thief, started.code)]);

    expect(statusesOf(replies)).toEqual([200, 404]);
    const first = replies[0]?.status === 200 ? mira : thief;
    expect(await watch(home, started)).toMatchObject({ body: { state: 'contested' } });
    const { number } = replies[0]?.body ?? {};
    expect(await confirm(first, started.link_id, number ?? 10)).toMatchObject(GONE);
  });

  test('a second person who comes after the yes ends it, as long as nobody was let in', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');
    const thief = await home.signUp('thief');
    const started = await linkUpToYes(home, mira);

    expect(await claim(thief, started.code)).toMatchObject(GONE);

    expect((await watch(home, started)).body).toEqual({
      state: 'contested',
      expires_in_ms: LINK_MS,
    });
  });

  test('the token is handed out once; whoever looks again is told that it is gone', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const started = await linkUpToYes(home, phone);

    const replies = await Promise.all([watch(home, started), watch(home, started)]);

    const tokens = replies.flatMap(({ body }) => body.login_token ?? []);
    expect(tokens).toHaveLength(1);
    expect(new Set(replies.map(({ body }) => body.state))).toEqual(
      new Set(['confirmed', 'handed']),
    );
    expect(await claim(phone, started.code)).toMatchObject(GONE);
    const logins = await Promise.all(
      tokens.flatMap((token) => [token, token]).map((token) => loginByToken(home, token)),
    );
    expect(statusesOf(logins)).toEqual([200, 403]);
  });

  test('a new device that waits is told as soon as something happens', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const { body: started } = await startLink(home);

    const news = watch(home, started, { seen: 'waiting', timeout_ms: 30_000 });
    await claim(phone, started.code);

    expect((await news).body).toMatchObject({ state: 'claimed' });
  });

  test('what a new device calls itself is a name like any other, and its program is written down', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    for (const name of ['x'.repeat(101), 'phone\u202E', '  ']) {
      const reply = await startLink(home, NEW_DEVICE_ADDRESS, { client_name: name });
      expect(reply).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } });
    }
    const started = await linkUpToYes(home, phone);
    const { login_token: token } = (await watch(home, started)).body;

    const signedIn = await callFrom(home, NEW_DEVICE_ADDRESS, {
      url: `${CLIENT}/login`,
      body: { type: 'm.login.token', token },
      userAgent: `Mozilla/5.0 \u00e9 (X11; Linux) ${'x'.repeat(400)}`,
    });

    const device = (await phone.call('GET', `${CLIENT}/devices/${signedIn.body.device_id}`)).body;
    expect(device).toMatchObject({
      'app.sotto.first_seen_ip': NEW_DEVICE_ADDRESS,
      'app.sotto.first_seen_ts': home.clock.nowMs(),
    });
    expect(device['app.sotto.user_agent']).toMatch(/^Mozilla\/5.0 {2}\(X11; Linux\) x+$/);
    expect(device['app.sotto.user_agent']).toHaveLength(300);
  });
});
