import { randomBytes } from 'node:crypto';
import { callMatrix } from '../http/matrix-call.ts';
import { RunError } from '../run-error.ts';
import type { Conversation, Receiver } from './conversation.ts';

export interface Delivery {
  readonly roomId: string;
  readonly sequence: number;
  readonly eventId: string;
}

/** With the other fields, the 600 bytes of content that an encrypted sentence has. */
const FILLER = randomBytes(285).toString('base64');
const SENDER_KEY = randomBytes(32).toString('base64url');
const SESSION_ID = randomBytes(32).toString('base64url');

/** Sends the message with this number. Sent again, it is a retry: number and txnId are one. */
export async function sendMessage(
  conversation: Pick<Conversation, 'roomId' | 'sender'>,
  sequence: number,
): Promise<string> {
  const { roomId, sender } = conversation;
  const room = encodeURIComponent(roomId);
  const reply = await callMatrix<{ event_id: string }>(sender.connection, {
    method: 'PUT',
    path: `/_matrix/client/v3/rooms/${room}/send/m.room.encrypted/m${sequence}`,
    accessToken: sender.accessToken,
    body: `{"algorithm":"m.megolm.v1.aes-sha2","ciphertext":"${sequence}.${FILLER}","device_id":"BENCHBENCH","sender_key":"${SENDER_KEY}","session_id":"${SESSION_ID}"}`,
  });
  return reply.event_id;
}

interface SyncReply {
  readonly next_batch: string;
  readonly rooms?: { readonly join?: Readonly<Record<string, JoinedRoom>> };
}

interface JoinedRoom {
  readonly timeline?: {
    readonly limited?: boolean;
    readonly events: readonly TimelineEvent[];
  };
}

export interface TimelineEvent {
  readonly type: string;
  readonly event_id: string;
  readonly content: { readonly ciphertext?: string };
}

/** Waits for what comes next, and moves on behind it. The first call only finds out where "next" begins. */
export async function receiveMessages(
  receiver: Receiver,
  timeoutMs: number,
): Promise<readonly Delivery[]> {
  const { since, filterId } = receiver;
  const position = since === null ? '' : `&since=${encodeURIComponent(since)}&timeout=${timeoutMs}`;
  const reply = await callMatrix<SyncReply>(receiver.connection, {
    method: 'GET',
    path: `/_matrix/client/v3/sync?filter=${filterId}${position}`,
    accessToken: receiver.accessToken,
  });
  receiver.since = reply.next_batch;
  if (since === null) return [];
  return Object.entries(reply.rooms?.join ?? {}).flatMap(([roomId, room]) => {
    if (room.timeline?.limited)
      throw new RunError('A sync left out messages: its timeline is limited.');
    return toDeliveries(roomId, room.timeline?.events ?? []);
  });
}

export function toDeliveries(roomId: string, events: readonly TimelineEvent[]): Delivery[] {
  return events
    .filter(({ type }) => type === 'm.room.encrypted')
    .map(({ event_id: eventId, content }) => ({
      roomId,
      eventId,
      sequence: Number.parseInt(content.ciphertext ?? '', 10),
    }));
}
