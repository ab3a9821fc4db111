import { expect, test } from 'vitest';
import { describeEachDatabase } from '../testing/each-database.ts';
import { startHomeserver, type TestHomeserver } from '../testing/homeserver.ts';

const CLIENT = '/_matrix/client/v3';
/** More than any limit allows at once. */
const MANY = 250;

describeEachDatabase('admission', (open) => {
  async function setUp() {
    const server = await startHomeserver(open, { rateLimits: true });
    return { server, mira: await server.signUp('mira') };
  }

  async function flood(server: TestHomeserver, token?: string) {
    const calls = Array.from({ length: MANY }, () =>
      server.call('GET', `${CLIENT}/account/whoami`, undefined, token),
    );
    return Promise.all(calls);
  }

  test.each([
    ['text that is not JSON', '{nope'],
    ['a body over the limit', `{"name":"${'x'.repeat(300_000)}"}`],
  ])('%s is not even read from someone unknown', async (_case, text) => {
    const { server } = await setUp();

    const forged = await server.call('POST', `${CLIENT}/createRoom`, text, 'forged');
    const missing = await server.call('POST', `${CLIENT}/createRoom`, text);

    expect([forged.status, forged.body.errcode]).toEqual([401, 'M_UNKNOWN_TOKEN']);
    expect([missing.status, missing.body.errcode]).toEqual([401, 'M_MISSING_TOKEN']);
  });

  test('a refused body that is larger than the route takes ends the connection', async () => {
    const { server } = await setUp();
    const large = `{"name":"${'x'.repeat(300_000)}"}`;

    const small = await server.call('POST', `${CLIENT}/createRoom`, '{}', 'forged');
    const over = await Promise.all([
      server.call('POST', `${CLIENT}/createRoom`, large, 'forged'),
      server.call('POST', `${CLIENT}/nonsense`, large),
      server.call('POST', `${CLIENT}/sync`, large),
      server.call('POST', `${CLIENT}/profile/%zz`, large),
      server.call('OPTIONS', `${CLIENT}/sync`, large),
    ]);

    expect(small.headers['connection']).not.toBe('close');
    expect(over.map(({ status }) => status)).toEqual([401, 404, 405, 400, 204]);
    for (const { headers } of over) expect(headers['connection']).toBe('close');
  });

  test.each([
    ['a made-up token', 'forged', 'M_UNKNOWN_TOKEN'],
    ['no token', undefined, 'M_MISSING_TOKEN'],
  ])('a flood with %s is told when to come back, and may then', async (_case, token, errcode) => {
    const { server } = await setUp();

    const replies = await flood(server, token);

    // Which of them the database answers first is not the order in which they were sent.
    const refused = replies.find(({ status }) => status === 429);
    expect(new Set(replies.map(({ body }) => body.errcode))).toEqual(
      new Set([errcode, 'M_LIMIT_EXCEEDED']),
    );
    expect(refused?.body.errcode).toBe('M_LIMIT_EXCEEDED');
    const retryAfterS = Number(refused?.headers['retry-after']);
    expect(retryAfterS).toBeGreaterThan(0);
    server.clock.advanceMs(retryAfterS * 1000);
    const later = await server.call('GET', `${CLIENT}/account/whoami`, undefined, token);
    expect(later.body.errcode).toBe(errcode);
  });

  test('a flood of forged tokens does not hold up the people at the same address', async () => {
    const { server, mira } = await setUp();

    await flood(server, 'forged');

    expect((await mira.call('GET', `${CLIENT}/account/whoami`)).status).toBe(200);
    expect((await server.call('GET', '/_matrix/client/versions')).status).toBe(200);
  });

  test('a request is charged once, and before its body is read', async () => {
    const { mira } = await setUp();
    const call = (body: unknown) => mira.call('POST', `${CLIENT}/account/password`, body);
    const form = { new_password: 'a longer battery staple' };

    const allowed = await Promise.all(Array.from({ length: 10 }, () => call(form)));
    const over = await call('{nope');

    expect(allowed.map(({ body }) => Array.isArray(body.flows))).toEqual(allowed.map(() => true));
    expect([over.status, over.body.errcode]).toEqual([429, 'M_LIMIT_EXCEEDED']);
  });

  test('where signing in is optional a made-up token is refused all the same', async () => {
    const { server } = await setUp();
    const path = `${CLIENT}/account/password`;

    const forged = await server.call('POST', path, '{nope', 'forged');
    const missing = await server.call('POST', path, {});

    expect([forged.status, forged.body.errcode]).toEqual([401, 'M_UNKNOWN_TOKEN']);
    expect(missing.body.errcode).not.toBe('M_MISSING_TOKEN');
  });

  test('an upload is counted against the person, and a forged one is not read', async () => {
    const { server, mira } = await setUp();
    const upload = (token: string) => server.call('POST', '/_matrix/media/v3/upload', 'x', token);

    const [real, forged] = [await upload(mira.accessToken), await upload('forged')];

    expect([real.status, forged.status]).toEqual([200, 401]);
  });

  test('the log of requests is told who called, and nobody where nobody did', async () => {
    const server = await startHomeserver(open);
    const callers: unknown[] = [];
    server.server.app.addHook('onResponse', (request, _reply, done) => {
      callers.push(Reflect.get(request, 'userId') ?? null);
      done();
    });
    const mira = await server.signUp('mira');

    await mira.call('GET', `${CLIENT}/account/whoami`);
    await server.call('GET', '/_matrix/client/versions');

    expect(callers.slice(-2)).toEqual([mira.userId, null]);
  });
});
