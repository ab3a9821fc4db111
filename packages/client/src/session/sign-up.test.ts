import { expect, test } from 'vitest';
import { ProblemError, RequestRefused } from './problems.ts';
import { checkUsername, describeServer } from './server-info.ts';
import type { ServerRequests } from './server-requests.ts';
import { chooseFlow, normalizeUsername, register } from './sign-up.ts';

type Json = Readonly<Record<string, unknown>>;

const FORM = { username: ' @Mira ', password: 'a long password', displayName: 'Mira' };
const REPLY = { user_id: '@mira:s.test', access_token: 'a', device_id: 'D' };

/** A server whose registration walks through `flows`. */
function serverWith(flows: readonly (readonly string[])[], validToken = 'come-in') {
  const bodies: Json[] = [];
  const completed: string[] = [];
  const flowList = flows.map((stages) => ({ stages }));
  const ask = (extra: Json = {}) =>
    new RequestRefused(401, { session: 's1', flows: flowList, completed, ...extra });

  const requests: ServerRequests = {
    async send(_method, _path, body = {}) {
      bodies.push(body);
      // SAFETY: the test sends what the specification calls `auth`.
      const auth = body['auth'] as { type: string; session: string; token?: string } | undefined;
      if (!auth) throw ask();
      if (auth.type === 'm.login.registration_token' && auth.token !== validToken) {
        throw ask({ errcode: 'M_UNAUTHORIZED' });
      }
      completed.push(auth.type);
      if (flows.some((flow) => flow.every((stage) => completed.includes(stage)))) return REPLY;
      throw ask();
    },
  };
  return { requests, bodies };
}

test('an open server is joined without an invitation code', async () => {
  const { requests, bodies } = serverWith([['m.login.dummy']]);

  const reply = await register(requests, { ...FORM, registrationToken: null }, 'Firefox on Linux');

  expect(reply).toEqual(REPLY);
  expect(bodies.at(-1)).toMatchObject({
    username: 'mira',
    refresh_token: true,
    initial_device_display_name: 'Firefox on Linux',
    auth: { type: 'm.login.dummy', session: 's1' },
  });
});

test('a server by invitation takes the code, then the rest of its steps', async () => {
  const { requests } = serverWith([['m.login.registration_token', 'm.login.dummy']]);

  const reply = await register(requests, { ...FORM, registrationToken: 'come-in' }, 'Firefox');

  expect(reply).toEqual(REPLY);
});

test.each([
  { says: 'a wrong code', registrationToken: 'let-me' },
  { says: 'no code', registrationToken: null },
])('$says is told as such', async ({ registrationToken }) => {
  const { requests } = serverWith([['m.login.registration_token']]);

  const refused = register(requests, { ...FORM, registrationToken }, 'Firefox');

  await expect(refused).rejects.toMatchObject({ problem: { code: 'registration_token_wrong' } });
});

test.each([
  { says: 'a server that refuses', error: new RequestRefused(403, { errcode: 'M_FORBIDDEN' }) },
  {
    says: 'a server that wants what this client cannot give',
    error: new RequestRefused(401, { session: 's', flows: [{ stages: ['m.login.recaptcha'] }] }),
  },
])('$says takes no new people', async ({ error }) => {
  const requests: ServerRequests = { send: () => Promise.reject(error) };

  const refused = register(requests, { ...FORM, registrationToken: null }, 'Firefox');

  await expect(refused).rejects.toBeInstanceOf(ProblemError);
  await expect(refused).rejects.toMatchObject({ problem: { code: 'registration_closed' } });
});

test.each([
  { flows: [['m.login.dummy']], registration: 'open' },
  { flows: [['m.login.registration_token']], registration: 'token' },
  { flows: [['m.login.registration_token'], ['m.login.dummy']], registration: 'open' },
] as const)('$flows means registration is $registration', async ({ flows, registration }) => {
  const { requests } = serverWith(flows);

  const info = await describeServer('https://chat.example:8443', requests);

  expect(info).toEqual({
    serverName: 'chat.example:8443',
    registration,
    asksForBirthMonth: false,
  });
});

test('a server that asks for the month of birth says so, and is told it', async () => {
  const params = { 'app.sotto.birth_month': {} };
  const bodies: Readonly<Record<string, unknown>>[] = [];
  const requests: ServerRequests = {
    async send(_method, _path, body = {}) {
      bodies.push(body);
      if (body['auth']) return REPLY;
      throw new RequestRefused(401, {
        session: 's',
        flows: [{ stages: ['m.login.dummy'] }],
        params,
      });
    },
  };
  const form = { ...FORM, registrationToken: null, birthMonth: '2012-05' };

  const info = await describeServer('https://chat.example', requests);
  await register(requests, form, 'Firefox');

  expect(info.asksForBirthMonth).toBe(true);
  expect(bodies.at(-1)).toMatchObject({ 'app.sotto.birth_month': '2012-05' });
});

test('with a choice of flows, the one that fits what the person has is walked', () => {
  const flows = [{ stages: ['m.login.registration_token'] }, { stages: ['m.login.dummy'] }];

  expect(chooseFlow({ flows }, false)).toEqual(['m.login.dummy']);
  expect(chooseFlow({ flows }, true)).toEqual(['m.login.registration_token']);
  expect(chooseFlow({ flows: 'none' }, true)).toBeNull();
});

test('a username is checked as it will be registered', async () => {
  const paths: string[] = [];
  const requests: ServerRequests = {
    async send(_method, path) {
      paths.push(path);
      return { available: true };
    },
  };

  await checkUsername(requests, '@Mira K');

  expect(normalizeUsername('@Mira')).toBe('mira');
  expect(paths).toEqual(['/_matrix/client/v3/register/available?username=mira+k']);
});
