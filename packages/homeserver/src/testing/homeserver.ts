import { createManualClock } from '@sotto/kit';
import type { DeviceId, ServerName, UserId } from '@sotto/protocol';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createHomeserver } from '../compose.ts';
import type { Homeserver } from '../homeserver.ts';
import type { HomeserverOptions } from '../options.ts';
import type { OpenStorage, TestStorage } from './each-database.ts';

export interface Reply {
  readonly status: number;
  // SAFETY: a test says what it expects of a reply; a wrong guess fails the test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'PATCH';

/** A signed-in device, speaking raw HTTP. */
export interface TestDevice {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly accessToken: string;
  call(method: Method, path: string, body?: unknown): Promise<Reply>;
}

export interface TestHomeserver {
  readonly server: Homeserver;
  readonly storage: TestStorage;
  readonly clock: ReturnType<typeof createManualClock>;
  /** A call without a token, or with the given one. */
  call(method: Method, path: string, body?: unknown, accessToken?: string): Promise<Reply>;
  /** Registers through the API, as a client does. */
  signUp(localpart: string): Promise<TestDevice>;
  /** One more device of an account made by `signUp`. */
  signIn(localpart: string): Promise<TestDevice>;
}

const PASSWORD = 'correct horse battery staple';
const SERVER_NAME = 'sotto.test' as ServerName;

/** A whole homeserver on fresh storage, closed after the test. Nothing is mocked but clock and port. */
export async function startHomeserver(
  open: OpenStorage,
  overrides: Partial<HomeserverOptions> = {},
): Promise<TestHomeserver> {
  const storage = await open();
  const clock = createManualClock();
  const server = await createHomeserver({
    serverName: SERVER_NAME,
    publicUrl: 'http://sotto.test',
    ...storage,
    registration: 'open',
    registrationTokens: [],
    rateLimits: false,
    uploadBytesMax: 1_000_000,
    uploadsPerPersonBytesMax: 100_000_000,
    // Most tests are about something else, and their people know nobody yet.
    firstContactsPerDay: 10_000,
    reportsPerDay: 10_000,
    communityPeopleMax: 1_000,
    signingKey: { keyId: 'ed25519:test', seed: Buffer.alloc(32, 7) },
    trustProxy: false,
    clock,
    log: pino({ level: process.env['SOTTO_TEST_LOG'] ?? 'silent' }),
    checkReplies: true,
    passwordCost: { memoryKib: 8, passes: 1 },
    ...overrides,
  });
  onTestFinished(() => server.close());

  const call: TestHomeserver['call'] = async (method, path, body, accessToken) => {
    const response = await server.app.inject({
      method,
      url: path,
      headers: {
        ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: isJson ? response.json() : response.rawPayload,
      headers: response.headers,
    };
  };

  function device(reply: Reply): TestDevice {
    const { user_id: userId, device_id: deviceId, access_token: accessToken } = reply.body;
    if (reply.status !== 200) throw new Error(`Not signed in: ${JSON.stringify(reply.body)}`);
    return {
      userId,
      deviceId,
      accessToken,
      call: (method, path, body) => call(method, path, body, accessToken),
    };
  }

  return {
    server,
    storage,
    clock,
    call,
    async signUp(localpart) {
      const auth = { type: 'm.login.dummy' };
      const form = { username: localpart, password: PASSWORD, auth };
      return device(await call('POST', '/_matrix/client/v3/register', form));
    },
    async signIn(localpart) {
      const identifier = { type: 'm.id.user', user: localpart };
      const form = { type: 'm.login.password', identifier, password: PASSWORD };
      return device(await call('POST', '/_matrix/client/v3/login', form));
    },
  };
}
