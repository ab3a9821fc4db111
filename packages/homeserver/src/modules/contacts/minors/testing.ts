import type { HomeserverOptions, MinorOptions } from '../../../options.ts';
import type { OpenStorage } from '../../../testing/each-database.ts';
import {
  startHomeserver,
  type Reply,
  type TestDevice,
  type TestHomeserver,
} from '../../../testing/homeserver.ts';
import { requestsOf, SOTTO, syncRooms, V3 } from '../../../testing/people.ts';

/** By the tests' clock, which begins in November 2023: thirteen years old. */
export const BORN_AS_MINOR = '2010-05';
export const BORN_AS_ADULT = '1990-01';

const PASSWORD = 'correct horse battery staple';

/** A server that protects minors, and people on it. */
export async function startGuarded(
  open: OpenStorage,
  options: Partial<MinorOptions> = {},
  overrides: Partial<HomeserverOptions> = {},
) {
  const minors = { mode: 'ask', adultAge: 18, ...options } as const;
  const server = await startHomeserver(open, { minors, ...overrides });

  function register(username: string, more: object): Promise<Reply> {
    const form = { username, password: PASSWORD, auth: { type: 'm.login.dummy' }, ...more };
    return server.call('POST', `${V3}/register`, form);
  }

  async function signUp(username: string, birthMonth?: string): Promise<TestDevice> {
    const born = birthMonth === undefined ? {} : { 'app.sotto.birth_month': birthMonth };
    const reply = await register(username, born);
    if (reply.status !== 200) throw new Error(`Not signed up: ${JSON.stringify(reply.body)}`);
    return deviceOf(server, reply);
  }

  return { server, register, signUp };
}

/** Mira is a minor; Jonas and Noor are not, and she knows neither of them. */
export async function startWithMinor(...given: Parameters<typeof startGuarded>) {
  const { server, register, signUp } = await startGuarded(...given);
  const mira = await signUp('mira', BORN_AS_MINOR);
  const jonas = await signUp('jonas', BORN_AS_ADULT);
  const noor = await signUp('noor', BORN_AS_ADULT);
  return { server, register, signUp, mira, jonas, noor };
}

function deviceOf(server: TestHomeserver, { body }: Reply): TestDevice {
  const { user_id: userId, device_id: deviceId, access_token: accessToken } = body;
  return {
    userId,
    deviceId,
    accessToken,
    call: (method, path, sent) => server.call(method, path, sent, accessToken),
  };
}

export async function protectionOf(by: TestDevice): Promise<Reply['body']> {
  return (await by.call('GET', `${SOTTO}/protection`)).body;
}

export async function createRoom(by: TestDevice, body: object): Promise<string> {
  return (await by.call('POST', `${V3}/createRoom`, body)).body.room_id;
}

/** Texts of what somebody can read in a room: by syncing from nothing, and by paging back. */
export async function textsOf(by: TestDevice, roomId: string) {
  const { body: synced } = await by.call('GET', `${V3}/sync?timeout=0`);
  const { body: paged } = await by.call('GET', `${V3}/rooms/${roomId}/messages?dir=b&limit=100`);
  const textIn = (events: readonly { content: { body?: string } }[] = []) =>
    events.flatMap(({ content }) => content.body ?? []);
  return {
    synced: textIn(synced.rooms?.join?.[roomId]?.timeline.events),
    paged: textIn(paged.chunk).reverse(),
  };
}

/** Accepts whatever a policy can. */
export const OPEN_TO_ALL = Object.fromEntries(
  ['stranger', 'mutual_group', 'same_community', 'business', 'followed'].map((it) => [
    it,
    'accept',
  ]),
);

/** What somebody sees of requests and rooms. */
export async function shownTo(by: TestDevice) {
  const { total } = await requestsOf(by);
  return { requests: total, ...(await syncRooms(by)).sections };
}

export const NOTHING = { requests: 0, join: [], invite: [], leave: [] };
