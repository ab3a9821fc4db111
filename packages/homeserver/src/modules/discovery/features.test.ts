import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import { startHomeserver } from '../../testing/homeserver.ts';

describeEachDatabase('discovery', (open) => {
  test('each version is listed by itself, because clients look for the exact one', async () => {
    const home = await startHomeserver(open);

    const { status, body } = await home.call('GET', '/_matrix/client/versions');

    expect(status).toBe(200);
    expect(body.versions).toHaveLength(19);
    expect(body.versions).toEqual(expect.arrayContaining(['v1.1', 'v1.10', 'v1.19']));
    expect(body.unstable_features['org.matrix.e2e_cross_signing']).toBe(true);
  });

  test('versions are told to anyone, also with a token that is dead', async () => {
    const home = await startHomeserver(open);

    const reply = await home.call('GET', '/_matrix/client/versions', undefined, 'made-up');

    expect(reply.status).toBe(200);
  });

  test('the well-known address is the public one', async () => {
    const home = await startHomeserver(open, { publicUrl: 'https://chat.sotto.test' });

    expect((await home.call('GET', '/.well-known/matrix/client')).body).toEqual({
      'm.homeserver': { base_url: 'https://chat.sotto.test' },
    });
  });

  test('capabilities are told to people who signed in', async () => {
    const home = await startHomeserver(open);
    const mira = await home.signUp('mira');

    const { capabilities } = (await mira.call('GET', '/_matrix/client/v3/capabilities')).body;

    expect(capabilities).toMatchObject({
      'm.change_password': { enabled: true },
      'm.room_versions': { default: '12', available: { '12': 'stable' } },
      'm.profile_fields': { enabled: true },
      'm.3pid_changes': { enabled: false },
    });
    expect((await home.call('GET', '/_matrix/client/v3/capabilities')).status).toBe(401);
  });
});
