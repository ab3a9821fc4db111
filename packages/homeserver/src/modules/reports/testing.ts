import { createHmac, randomBytes } from 'node:crypto';
import { FRANK_FIELD, frankedText, type RoomId } from '@sotto/protocol';
import type { HomeserverOptions } from '../../options.ts';
import type { OpenStorage } from '../../testing/each-database.ts';
import {
  startHomeserver,
  type Reply,
  type TestDevice,
  type TestHomeserver,
} from '../../testing/homeserver.ts';

export const V3 = '/_matrix/client/v3';
export const SOTTO = '/_matrix/client/unstable/app.sotto';

export interface Content {
  readonly [field: string]: unknown;
}

/** What a receiver can disclose of a message. */
export interface Disclosure {
  readonly key?: string;
  readonly type: string;
  readonly content: Content;
}

/** A message as it stands on the server, and what its receiver knows of it. */
export interface Sent {
  readonly eventId: string;
  readonly disclosure: Disclosure;
}

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

export function startDirect(by: TestDevice, other: TestDevice): Promise<Reply> {
  return by.call('POST', `${SOTTO}/dm`, { user_ids: [other.userId] });
}

/** The conversation of two, of which the second has not accepted. */
export async function ask(by: TestDevice, other: TestDevice): Promise<string> {
  return (await startDirect(by, other)).body.room_id;
}

export function join(by: TestDevice, roomId: string): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/join`, {});
}

/** Sends without encryption. */
export function send(by: TestDevice, roomId: string, body: string): Promise<Reply> {
  txns += 1;
  const path = `${V3}/rooms/${roomId}/send/m.room.message/t${txns}`;
  return by.call('PUT', path, { msgtype: 'm.text', body });
}

export function setAccountData(by: TestDevice, type: string, content: unknown): Promise<Reply> {
  return by.call('PUT', `${V3}/user/${by.userId}/account_data/${type}`, content);
}

export function block(by: TestDevice, { userId }: TestDevice): Promise<Reply> {
  return setAccountData(by, 'm.ignored_user_list', { ignored_users: { [userId]: {} } });
}

/** What is new for a device. */
export async function syncRooms(by: TestDevice, since?: string) {
  const from = since === undefined ? '' : `&since=${since}`;
  const { body } = await by.call('GET', `${V3}/sync?timeout=0${from}`);
  return { body, next: String(body.next_batch) };
}

export function answerRequest(by: TestDevice, roomId: string, body: object): Promise<Reply> {
  return by.call('POST', `${SOTTO}/requests/${roomId}/answer`, body);
}

export async function requestsOf(by: TestDevice): Promise<Reply['body']> {
  return (await by.call('GET', `${SOTTO}/requests`)).body;
}

let txns = 0;

/** Sends what an encrypting client sends, with or without a commitment. */
export async function sendEncrypted(
  by: TestDevice,
  roomId: string,
  outer: object = {},
): Promise<Reply> {
  txns += 1;
  const ciphertext = randomBytes(12).toString('base64');
  const content = { algorithm: 'm.megolm.v1.aes-sha2', ciphertext, ...outer };
  return by.call('PUT', `${V3}/rooms/${roomId}/send/m.room.encrypted/f${txns}`, content);
}

export function commit(key: string, roomId: string, { type, content }: Disclosure): string {
  // SAFETY: rooms of these tests are named by the server.
  const text = frankedText({ type, content, roomId: roomId as RoomId });
  return unpadded(createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest());
}

export function newKey(): string {
  return unpadded(randomBytes(32));
}

/** Sends a franked message. */
export async function sendFranked(
  by: TestDevice,
  roomId: string,
  said: string | Content,
): Promise<Sent> {
  const key = newKey();
  const content = typeof said === 'string' ? { msgtype: 'm.text', body: said } : said;
  const disclosure = { key, type: 'm.room.message', content };
  const frank = { commitment: commit(key, roomId, disclosure), v: 1 };
  const { body: reply } = await sendEncrypted(by, roomId, { [FRANK_FIELD]: frank });
  return { eventId: reply.event_id, disclosure };
}

export function redact(by: TestDevice, roomId: string, eventId: string): Promise<Reply> {
  txns += 1;
  return by.call('PUT', `${V3}/rooms/${roomId}/redact/${eventId}/r${txns}`, {});
}

export function report(
  by: TestDevice,
  roomId: string,
  eventId: string,
  body: object = {},
): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/report/${eventId}`, body);
}

/** Reports with a proof. */
export function prove(by: TestDevice, roomId: string, sent: Sent, more: object = {}) {
  return report(by, roomId, sent.eventId, { [FRANK_FIELD]: sent.disclosure, ...more });
}

export function reportUser(by: TestDevice, userId: string, body: object = {}): Promise<Reply> {
  return by.call('POST', `${V3}/users/${userId}/report`, body);
}

export function reportRoom(by: TestDevice, roomId: string, body: object = {}): Promise<Reply> {
  return by.call('POST', `${V3}/rooms/${roomId}/report`, body);
}

export async function ownReports(by: TestDevice): Promise<Reply['body'][]> {
  return (await by.call('GET', `${SOTTO}/reports`)).body.reports;
}

export function appeal(by: TestDevice, reportId: string, text: string): Promise<Reply> {
  return by.call('POST', `${SOTTO}/reports/${reportId}/appeal`, { text });
}

export function queue(by: TestDevice, query = ''): Promise<Reply> {
  return by.call('GET', `${SOTTO}/moderation/reports${query}`);
}

export function details(by: TestDevice, reportId: string): Promise<Reply> {
  return by.call('GET', `${SOTTO}/moderation/reports/${reportId}`);
}

export function reportedPhoto(by: TestDevice, reportId: string, eventId: string): Promise<Reply> {
  const path = `${SOTTO}/moderation/reports/${encodeURIComponent(reportId)}/photos`;
  return by.call('GET', `${path}/${encodeURIComponent(eventId)}`);
}

export function act(by: TestDevice, reportId: string, body: object): Promise<Reply> {
  return by.call('POST', `${SOTTO}/moderation/reports/${reportId}/action`, body);
}

export async function makeModerator(
  { server }: TestHomeserver,
  localpart: string,
  isModerator = true,
): Promise<void> {
  await server.accounts.setModerator({ localpart, isModerator });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
