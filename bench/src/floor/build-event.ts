import { generateKeyPairSync, hash, sign } from 'node:crypto';

export interface FloorEvent {
  readonly eventId: string;
  /** The event with hashes and signature, as it is stored. */
  readonly stored: string;
  /** The event as a sync shows it. */
  readonly shown: string;
}

export interface EventParts {
  readonly roomId: string;
  readonly sender: string;
  readonly type: string;
  /** The content as it came over the wire. */
  readonly content: string;
  readonly previousId: string | null;
  readonly depth: number;
  readonly sentAtMs: number;
}

const { privateKey } = generateKeyPairSync('ed25519');

/**
 * The cryptographic work no Matrix server can leave out: a hash of the content, a signature, and
 * the hash that is the event's id. Everything else about an event is left out.
 */
export function buildEvent(parts: EventParts): FloorEvent {
  const previous = parts.previousId === null ? '' : `"${parts.previousId}"`;
  const start = `{"content":${parts.content},"depth":${parts.depth}`;
  const end = `,"origin_server_ts":${parts.sentAtMs},"prev_events":[${previous}],"room_id":"${parts.roomId}","sender":"${parts.sender}","type":"${parts.type}"}`;

  const contentHash = hash('sha256', start + end, 'base64');
  const hashed = `${start},"hashes":{"sha256":"${contentHash}"}${end}`;
  const signature = sign(null, Buffer.from(hashed), privateKey).toString('base64');
  const eventId = `$${hash('sha256', hashed, 'base64url')}`;

  return {
    eventId,
    stored: `${hashed.slice(0, -1)},"signatures":{"floor":{"ed25519:1":"${signature}"}}}`,
    shown: `{"content":${parts.content},"event_id":"${eventId}","origin_server_ts":${parts.sentAtMs},"sender":"${parts.sender}","type":"${parts.type}"}`,
  };
}
