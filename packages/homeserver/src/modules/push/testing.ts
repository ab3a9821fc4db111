import type { OpenStorage } from '../../testing/each-database.ts';
import { startHomeserver, type Reply, type TestDevice } from '../../testing/homeserver.ts';

export const V3 = '/_matrix/client/v3';
export const RULES = `${V3}/pushrules/global`;

/** Status and, of a refusal, its code, in one word. */
export function answer({ status, body }: Reply): string {
  return status === 200 ? '200' : `${status} ${body.errcode}`;
}

/** Mira, Jonas and Noor in a group of Noor’s, and Mira with Jonas alone. */
export async function startGroup(open: OpenStorage) {
  const server = await startHomeserver(open);
  const mira = await server.signUp('mira');
  const jonas = await server.signUp('jonas');
  const noor = await server.signUp('noor');
  const group = await createRoom(noor, [mira, jonas]);
  const direct = await createRoom(jonas, [mira]);
  return { server, mira, jonas, noor, group, direct };
}

async function createRoom(by: TestDevice, others: readonly TestDevice[]): Promise<string> {
  const invite = others.map(({ userId }) => userId);
  const { body } = await by.call('POST', `${V3}/createRoom`, { invite });
  for (const other of others) await other.call('POST', `${V3}/rooms/${body.room_id}/join`, {});
  return body.room_id;
}

export function rulePath(kind: string, ruleId: string): string {
  return `${RULES}/${kind}/${encodeURIComponent(ruleId)}`;
}

/** Mutes, the way the specification and other clients do. */
export function putRule(by: TestDevice, path: string, rule: object = {}): Promise<Reply> {
  const [kind = '', ruleId = ''] = path.split(' ');
  return by.call('PUT', rulePath(kind, ruleId), { actions: [], ...rule });
}

let txns = 0;

export function write(by: TestDevice, roomId: string, more: object = {}): Promise<Reply> {
  txns += 1;
  const content = { msgtype: 'm.text', body: 'hello', ...more };
  return by.call('PUT', `${V3}/rooms/${roomId}/send/m.room.message/t${txns}`, content);
}

export function setData(by: TestDevice, type: string, content: unknown): Promise<Reply> {
  return by.call('PUT', `${V3}/user/${by.userId}/account_data/${type}`, content);
}

/** What counts as unread in a room: all, and what mentions. */
export async function unreadIn(by: TestDevice, roomId: string): Promise<readonly [number, number]> {
  const { body } = await by.call('GET', `${V3}/sync?timeout=0`);
  const counts = body.rooms.join[roomId].unread_notifications;
  return [counts.notification_count, counts.highlight_count];
}
