import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../../testing/each-database.ts';
import { startHomeserver } from '../../../../testing/homeserver.ts';
import { claim, confirm, loginByToken, numberOn, startLink, watch } from './testing.ts';

describeEachDatabase('two processes on one database', (open) => {
  test('link a device together: each step at another one, and the token is handed out once', async () => {
    const here = await startHomeserver(open);
    const there = await startHomeserver(async () => here.storage);
    const phone = await here.signUp('mira');

    const { body: started } = await startLink(there);
    expect((await claim(phone, started.code)).status).toBe(200);
    const number = await numberOn(there, started);
    expect((await confirm(phone, started.link_id, number)).status).toBe(200);
    const replies = await Promise.all([watch(here, started), watch(there, started)]);

    const tokens = replies.flatMap(({ body }) => body.login_token ?? []);
    expect(tokens).toHaveLength(1);
    const logins = await Promise.all([
      loginByToken(here, tokens[0]),
      loginByToken(there, tokens[0]),
    ]);
    expect(logins.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('a new device that waits at one is told of what happened at the other', async () => {
    const here = await startHomeserver(open);
    const there = await startHomeserver(async () => here.storage);
    const phone = await here.signUp('mira');
    const { body: started } = await startLink(there);

    const news = watch(there, started, { seen: 'waiting', timeout_ms: 30_000 });
    await claim(phone, started.code);

    expect((await news).body).toMatchObject({ state: 'claimed' });
  });
});
