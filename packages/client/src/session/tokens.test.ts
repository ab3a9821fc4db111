import { createManualClock } from '@sotto/kit';
import { expect, test } from 'vitest';
import { RequestRefused } from './problems.ts';
import { createTokens, readTokens, type TokenPart } from './tokens.ts';

const EXPIRED = { errcode: 'M_UNKNOWN_TOKEN', soft_logout: true };

/** A server that takes one access token at a time and renews it for the right refresh token. */
function setUp(start: Partial<TokenPart> = {}, refuseWith: Error | null = null) {
  const clock = createManualClock();
  const kept: TokenPart[] = [];
  const sent: (string | null)[] = [];
  const server = { valid: 'access1', renewals: 0 };

  const tokens = createTokens({
    current: { accessToken: 'access1', refreshToken: 'refresh1', expiresAtMs: null, ...start },
    keep: async (renewed) => void kept.push(renewed),
    clock,
    requests: {
      async send(_method, _path, body) {
        if (refuseWith) throw refuseWith;
        expect(body).toEqual({ refresh_token: `refresh${server.renewals + 1}` });
        server.renewals += 1;
        server.valid = `access${server.renewals + 1}`;
        const refreshToken = `refresh${server.renewals + 1}`;
        return { access_token: server.valid, refresh_token: refreshToken, expires_in_ms: 600_000 };
      },
    },
    async fetch(_resource, init) {
      const authorization = new Headers(init?.headers).get('Authorization');
      sent.push(authorization);
      const isValid = authorization === null || authorization === `Bearer ${server.valid}`;
      return isValid ? Response.json({}) : Response.json(EXPIRED, { status: 401 });
    },
  });
  const call = () => tokens.fetch('https://s.test/', { headers: { Authorization: 'Bearer old' } });
  return { tokens, clock, server, kept, sent, call };
}

test('a request carries the current token, whatever it was given', async () => {
  const { call, sent } = setUp();

  await call();

  expect(sent).toEqual(['Bearer access1']);
});

test('a request without a token stays without one', async () => {
  const { tokens, sent } = setUp();

  await tokens.fetch('https://s.test/');

  expect(sent).toEqual([null]);
});

test('an expired token is renewed, kept, and the request repeated', async () => {
  const { call, server, kept, sent } = setUp();
  server.valid = 'another';

  const response = await call();

  expect(response.status).toBe(200);
  expect(sent).toEqual(['Bearer access1', 'Bearer access2']);
  expect(kept.map(({ refreshToken }) => refreshToken)).toEqual(['refresh2']);
});

test('requests at the same moment renew the token once', async () => {
  const { call, server } = setUp();
  server.valid = 'another';

  const responses = await Promise.all([call(), call(), call()]);

  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(server.renewals).toBe(1);
});

test('a token about to expire is renewed before it is used', async () => {
  const { call, clock, sent } = setUp({ expiresAtMs: createManualClock().nowMs() + 300_000 });
  await call();
  clock.advanceMs(250_000);

  await call();

  expect(sent).toEqual(['Bearer access1', 'Bearer access2']);
});

test('a refused renewal gives the caller its own 401', async () => {
  const { call, server } = setUp({}, new RequestRefused(401, { errcode: 'M_UNKNOWN_TOKEN' }));
  server.valid = 'another';

  const response = await call();

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual(EXPIRED);
});

test('a server too busy to renew looks like a broken connection, not like the end', async () => {
  const { call, server } = setUp({}, new RequestRefused(503, {}));
  server.valid = 'another';

  await expect(call()).rejects.toThrow('503');
});

test('a token that expired while the server is down looks like a broken connection', async () => {
  const expiresAtMs = createManualClock().nowMs() - 1;
  const { call, sent } = setUp({ expiresAtMs }, new TypeError('fetch failed'));

  await expect(call()).rejects.toThrow('fetch failed');

  expect(sent).toEqual([]);
});

test('without a refresh token the 401 stands', async () => {
  const { call, server } = setUp({ refreshToken: null });
  server.valid = 'another';

  const response = await call();

  expect(response.status).toBe(401);
});

test('a reply that does not repeat the refresh token leaves the old one in place', () => {
  const tokens = readTokens({ access_token: 'a2' }, 1_000, { refreshToken: 'r1' });

  expect(tokens).toEqual({ accessToken: 'a2', refreshToken: 'r1', expiresAtMs: null });
});
