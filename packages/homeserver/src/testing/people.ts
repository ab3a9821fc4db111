import type { OpenStorage } from './each-database.ts';
import { startHomeserver, type Reply, type TestDevice } from './homeserver.ts';
import type { HomeserverOptions } from '../options.ts';

export const V3 = '/_matrix/client/v3';
export const SOTTO = '/_matrix/client/unstable/app.sotto';

/** Status and, of a refusal, its code, in one word. */
export function answer({ status, body }: Reply): string {
  return status === 200 ? '200' : `${status} ${body.errcode}`;
}

export async function startWith<const Names extends readonly string[]>(
  open: OpenStorage,
  names: Names,
  overrides: Partial<HomeserverOptions> = {},
) {
  const server = await startHomeserver(open, overrides);
  const people = new Map<string, TestDevice>();
  for (const name of names) people.set(name, await server.signUp(name));
  // SAFETY: everybody named has just signed up.
  return { server, ...(Object.fromEntries(people) as Record<Names[number], TestDevice>) };
}

export function startDirect(by: TestDevice, other: TestDevice, more: object = {}): Promise<Reply> {
  return by.call('POST', `${SOTTO}/dm`, { user_ids: [other.userId], ...more });
}

/** The conversation of two, of which the second has not accepted. */
export async function ask(by: TestDevice, other: TestDevice): Promise<string> {
  const { body } = await startDirect(by, other);
  return body.room_id;
}

let txns = 0;

export function send(by: TestDevice, roomId: string, body = 'hello'): Promise<Reply> {
  txns += 1;
  const path = `${V3}/rooms/${roomId}/send/m.room.message/t${txns}`;
  return by.call('PUT', path, { msgtype: 'm.text', body });
}

export function join(by: TestDevice, roomId: string): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/join`, {});
}

export function membership(seenBy: TestDevice, roomId: string, of: TestDevice): Promise<string> {
  const path = `${V3}/rooms/${roomId}/state/m.room.member/${of.userId}`;
  return seenBy.call('GET', path).then(({ body }) => body.membership ?? body.errcode);
}

export function setAccountData(by: TestDevice, type: string, content: unknown): Promise<Reply> {
  return by.call('PUT', `${V3}/user/${by.userId}/account_data/${type}`, content);
}

export function setRules(by: TestDevice, rules: object, people: object = {}): Promise<Reply> {
  return setAccountData(by, 'app.sotto.message_policy', { rules, people });
}

export function setContact(by: TestDevice, other: TestDevice, change: object): Promise<Reply> {
  return by.call('PUT', `${SOTTO}/contacts/${other.userId}`, change);
}

export function block(by: TestDevice, ...others: TestDevice[]): Promise<Reply> {
  const users = Object.fromEntries(others.map(({ userId }) => [userId, {}]));
  return setAccountData(by, 'm.ignored_user_list', { ignored_users: users });
}

/** `said` is the answer, or a whole body. */
export function answerRequest(
  by: TestDevice,
  roomId: string,
  said: string | object,
): Promise<Reply> {
  const body = typeof said === 'string' ? { answer: said } : said;
  return by.call('POST', `${SOTTO}/requests/${roomId}/answer`, body);
}

export async function requestsOf(by: TestDevice): Promise<Reply['body']> {
  return (await by.call('GET', `${SOTTO}/requests`)).body;
}

/** Rooms by section of a sync. */
export async function syncRooms(by: TestDevice, since?: string) {
  const from = since === undefined ? '' : `&since=${since}`;
  const { body } = await by.call('GET', `${V3}/sync?timeout=0${from}`);
  const sections: Record<string, string[]> = {};
  for (const section of ['join', 'invite', 'leave']) {
    sections[section] = Object.keys(body.rooms?.[section] ?? {});
  }
  return { sections, body, next: String(body.next_batch) };
}
