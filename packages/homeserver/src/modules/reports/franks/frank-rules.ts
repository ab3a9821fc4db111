import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  canonicalJson,
  frankedText,
  isFrankBytes,
  readCommitment,
  withoutFrank,
  type FrankedMessage,
  type Proof,
  type RoomId,
} from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** For so long after a message was unsent, what it said can still be proven. */
export const FRANK_KEPT_MS = 86_400_000;
/** No event is larger, so nothing that was said is. In bytes of canonical JSON. */
const CONTENT_BYTES_MAX = 65_536;

/** What a reporter says a message said. */
export interface Disclosure {
  readonly key?: string | undefined;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The reported event, as the server has it. */
export interface ReportedEvent {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly isRedacted: boolean;
  readonly roomId: RoomId;
  /** What was kept of it when it was unsent, if that was not too long ago. */
  readonly keptCommitment: string | null;
}

export interface Judged {
  readonly proof: Proof;
  readonly type: string | null;
  /** Canonical JSON. */
  readonly content: string | null;
}

/** The kept commitment is good for a day. A clock that was set back makes nothing expire. */
export function isKept(redactedMs: number, nowMs: number): boolean {
  return nowMs - redactedMs <= FRANK_KEPT_MS;
}

/** Whether this key and this message give this commitment. Key and commitment in base64. */
export function isProven(message: FrankedMessage, key: string, commitment: string): boolean {
  if (!isFrankBytes(key) || !isFrankBytes(commitment)) return false;
  const made = createHmac('sha256', Buffer.from(key, 'base64'))
    .update(frankedText(message))
    .digest();
  return timingSafeEqual(made, Buffer.from(commitment, 'base64'));
}

/**
 * What a report may say of an event: what the server holds itself, what the reporter proves, or what they
 * merely claim. Throws a refusal for a proof that is none, and for a claim where a proof could be given.
 */
export function judge(event: ReportedEvent, disclosure: Disclosure | null): Judged {
  const isEncrypted = event.type === 'm.room.encrypted';
  if (!isEncrypted && !event.isRedacted) {
    return { proof: 'stored', type: event.type, content: print(event.content) };
  }
  if (!disclosure) return { proof: 'none', type: null, content: null };

  const said = { type: disclosure.type, content: print(withoutFrank(disclosure.content)) };
  const commitment = isEncrypted ? (readCommitment(event.content) ?? event.keptCommitment) : null;
  if (disclosure.key === undefined) {
    if (commitment === null) return { proof: 'claimed', ...said };
    throw refuse('proof_missing', 'What this message said can be proven. Send its key as well.');
  }
  if (commitment === null) {
    throw refuse(
      'proof_unavailable',
      'Nothing can be proven about this message: it carries no commitment, or was removed more than 24 hours ago.',
    );
  }
  const { type, content } = disclosure;
  if (isProven({ type, content, roomId: event.roomId }, disclosure.key, commitment)) {
    return { proof: 'proven', ...said };
  }
  throw refuse('proof_invalid', 'The proof does not fit this message.');
}

function print(content: Readonly<Record<string, unknown>>): string {
  const text = canonicalJson(content);
  if (Buffer.byteLength(text) <= CONTENT_BYTES_MAX) return text;
  throw refuse('disclosure_invalid', 'No message is as large as this one is said to be.');
}
