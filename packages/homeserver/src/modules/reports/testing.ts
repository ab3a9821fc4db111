import { createHmac, randomBytes } from 'node:crypto';
import { FRANK_FIELD, frankedText, type RoomId } from '@sotto/protocol';
import type { Reply, TestDevice, TestHomeserver } from '../../testing/homeserver.ts';
import { SOTTO, V3 } from '../../testing/people.ts';

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
