import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../../testing/each-database.ts';
import { startHomeserver } from '../../../../testing/homeserver.ts';
import { CLIENT, whoami } from '../../testing.ts';
import { LINK_MS } from './device-link-rules.ts';
import {
  cancel,
  claim,
  confirm,
  linkUpToYes,
  loginByToken,
  numberOn,
  refuseLink,
  startLink,
  watch,
} from './testing.ts';

const GONE = { status: 404, body: { errcode: 'M_NOT_FOUND' } };
const NO = { status: 403, body: { errcode: 'M_FORBIDDEN' } };

describeEachDatabase('an attempt to link a device ends', (open) => {
  test('a code that was not answered in time is worth nothing, to either side', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const [late, claimed, confirmed] = [
      (await startLink(home)).body,
      (await startLink(home)).body,
      await linkUpToYes(home, phone),
    ];
    await claim(phone, claimed.code);
    const number = await numberOn(home, claimed);

    home.clock.advanceMs(LINK_MS - 1);
    expect(await watch(home, late)).toMatchObject({ body: { state: 'waiting', expires_in_ms: 1 } });
    home.clock.advanceMs(1);

    expect(await claim(phone, late.code)).toMatchObject(GONE);
    expect(await confirm(phone, claimed.link_id, number)).toMatchObject(GONE);
    for (const started of [late, claimed, confirmed]) {
      expect((await watch(home, started)).body).toEqual({ state: 'expired', expires_in_ms: 0 });
    }
    home.clock.advanceMs(LINK_MS);
    await startLink(home);
    expect(await watch(home, late)).toMatchObject(GONE);
  });

  test('a clock that is set back prolongs nothing that has ended', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const { body: started } = await startLink(home);
    await claim(phone, started.code);
    await refuseLink(phone, started.link_id);

    home.clock.advanceMs(-LINK_MS);

    expect(await watch(home, started)).toMatchObject({ body: { state: 'refused' } });
    expect(await claim(phone, started.code)).toMatchObject(GONE);
  });

  test('who said yes and is signed out before the new device came lets nobody in', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const laptop = await home.signIn('mira');
    const early = await linkUpToYes(home, phone);
    const handed = await linkUpToYes(home, phone);
    const { login_token: token } = (await watch(home, handed)).body;

    await phone.call('POST', `${CLIENT}/logout`, {});

    expect((await watch(home, early)).body).toEqual({ state: 'refused', expires_in_ms: LINK_MS });
    expect(await loginByToken(home, token)).toMatchObject(NO);
    expect((await laptop.call('GET', `${CLIENT}/devices`)).body.devices).toHaveLength(1);
  });

  test('a device that was signed out can neither enter a code nor say yes', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    await home.signIn('mira');
    const { body: started } = await startLink(home);
    await claim(phone, started.code);
    const number = await numberOn(home, started);

    await phone.call('POST', `${CLIENT}/logout`, {});

    expect((await whoami(home, phone.accessToken)).status).toBe(401);
    expect((await confirm(phone, started.link_id, number)).status).toBe(401);
    expect((await claim(phone, started.code)).status).toBe(401);
    expect(await watch(home, started)).toMatchObject({ body: { state: 'refused' } });
  });

  test('either side can stop it, the new device also after the yes', async () => {
    const home = await startHomeserver(open);
    const phone = await home.signUp('mira');
    const stoppedThere = await linkUpToYes(home, phone);
    const stoppedHere = await linkUpToYes(home, phone);

    expect((await cancel(home, stoppedThere)).status).toBe(200);
    expect((await refuseLink(phone, stoppedHere.link_id)).status).toBe(200);

    for (const started of [stoppedThere, stoppedHere]) {
      expect((await watch(home, started)).body).toMatchObject({ state: 'refused' });
    }
  });
});
