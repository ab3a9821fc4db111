import { expect, test } from 'vitest';
import { describeEachDatabase } from '../testing/each-database.ts';
import { startHomeserver } from '../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';

describeEachDatabase('http', (open) => {
  async function setUp() {
    const server = await startHomeserver(open);
    return { server, mira: await server.signUp('mira') };
  }

  test.each([
    ['an endpoint that is not there', 'GET', `${CLIENT}/nonsense`, [404, 'M_UNRECOGNIZED']],
    ['a path outside the API', 'GET', '/etc/passwd', [404, 'M_UNRECOGNIZED']],
    ['a known path with another method', 'DELETE', `${CLIENT}/sync`, [405, 'M_UNRECOGNIZED']],
    [
      'a known path with parameters and another method',
      'PATCH',
      `${CLIENT}/rooms/!a/send/m/t`,
      [405, 'M_UNRECOGNIZED'],
    ],
    ['no token', 'GET', `${CLIENT}/sync`, [401, 'M_MISSING_TOKEN']],
  ] as const)('%s is refused', async (_case, method, path, answer) => {
    const { server } = await setUp();

    const reply = await server.call(method, path);

    expect([reply.status, reply.body.errcode]).toEqual(answer);
    expect(reply.body.error).toMatch(/[a-z]{3,}.*\.$/i);
  });

  test('U+0000 in an address is refused on either database, never a failure', async () => {
    const { mira } = await setUp();
    const paths = [`${CLIENT}/rooms/!a%00/state`, `${CLIENT}/rooms/!a/event/$b%00`];

    const replies = await Promise.all(paths.map((path) => mira.call('GET', path)));

    for (const { status } of replies) expect([400, 403, 404]).toContain(status);
  });

  test('a token that was made up is refused and tells the client to sign in again', async () => {
    const { server } = await setUp();

    const reply = await server.call('GET', `${CLIENT}/account/whoami`, undefined, 'forged');

    expect([reply.status, reply.body.errcode, reply.body.soft_logout]).toEqual([
      401,
      'M_UNKNOWN_TOKEN',
      false,
    ]);
  });

  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  test.each([
    ['text that is not JSON', '{nope', 400, 'M_NOT_JSON'],
    ['JSON that ends too early', '{"a":', 400, 'M_NOT_JSON'],
    ['JSON 10,000 levels deep', deep, 400, 'M_BAD_JSON'],
    ['a key that reaches the prototype', '{"__proto__":{"admin":true}}', 400, 'M_BAD_JSON'],
    ['a list where an object is asked for', '[1]', 400, 'M_BAD_JSON'],
    ['a number where text is asked for', '{"name":7}', 400, 'M_BAD_JSON'],
    ['a body over the limit', `{"name":"${'x'.repeat(300_000)}"}`, 413, 'M_TOO_LARGE'],
  ])('%s is refused', async (_case, text, status, errcode) => {
    const { server, mira } = await setUp();

    const reply = await server.call('POST', `${CLIENT}/createRoom`, text, mira.accessToken);

    expect([reply.status, reply.body.errcode]).toEqual([status, errcode]);
    expect((await mira.call('GET', `${CLIENT}/joined_rooms`)).body.joined_rooms).toEqual([]);
  });

  test('what a person sent is not repeated in the refusal', async () => {
    const { mira } = await setUp();

    const reply = await mira.call('POST', `${CLIENT}/createRoom`, {
      name: { secret: 'swordfish' },
    });

    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).not.toContain('swordfish');
  });

  test('any origin may call, without credentials, and its preflight is answered', async () => {
    const { server } = await setUp();

    const preflight = await server.call('OPTIONS', `${CLIENT}/rooms/!a/send/m.room.message/t1`);

    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'X-Requested-With, Content-Type, Authorization',
    });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('the preflight of an unknown address is answered too: the refusal itself is then readable', async () => {
    const { server } = await setUp();

    const preflight = await server.call('OPTIONS', `${CLIENT}/nonsense`);

    expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([
      204,
      '*',
    ]);
  });

  test('too many requests are told when to come back, and may then come back', async () => {
    const server = await startHomeserver(open, { rateLimits: true });
    const tries = Array.from({ length: 30 }, () =>
      server.call('POST', `${CLIENT}/login`, {
        type: 'm.login.password',
        password: 'wrong password',
      }),
    );

    const replies = await Promise.all(tries);
    const refused = replies.find(({ status }) => status === 429);

    expect(refused?.body.errcode).toBe('M_LIMIT_EXCEEDED');
    const retryAfterS = Number(refused?.headers['retry-after']);
    expect(retryAfterS).toBeGreaterThan(0);
    expect(refused?.body.retry_after_ms).toBeLessThanOrEqual(retryAfterS * 1000);
    server.clock.advanceMs(retryAfterS * 1000);
    const later = await server.call('POST', `${CLIENT}/login`, {
      type: 'm.login.password',
      password: 'x',
    });
    expect(later.status).not.toBe(429);
  });
});
