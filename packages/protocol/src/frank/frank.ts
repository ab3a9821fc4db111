import { canonicalJson, type JsonObject } from '../json/index.ts';
import type { RoomId } from '../ids.ts';

/**
 * The field of a franked message. Inside the encrypted content it holds the key, outside the commitment.
 * See `docs/reference/reports.md`.
 */
export const FRANK_FIELD = 'app.sotto.frank';
export const FRANK_VERSION = 1;
/** Fixed: a key of any other length would make two keys that give one commitment. */
export const FRANK_KEY_BYTES = 32;

/** What a message says, as it is encrypted. */
export interface FrankedMessage {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly roomId: RoomId;
}

/**
 * The text a commitment is made of: canonical JSON of the message without its frank. Throws a refusal for
 * content that canonical JSON cannot hold.
 */
export function frankedText({ type, content, roomId }: FrankedMessage): string {
  return canonicalJson({ type, content: withoutFrank(content), room_id: roomId });
}

export function withoutFrank(content: Readonly<Record<string, unknown>>): JsonObject {
  const { [FRANK_FIELD]: _frank, ...said } = content;
  // SAFETY: it was read from JSON, and is only a field short.
  return said as JsonObject;
}

const THIRTY_TWO_BYTES = /^[A-Za-z0-9+/]{43}$/;

/** The key within an encrypted message's content; null if it holds none that is one. */
export function readFrankKey(content: Readonly<Record<string, unknown>>): string | null {
  return readPart(content, 'key');
}

/** The commitment beside a message's ciphertext; null if it holds none that is one. */
export function readCommitment(content: Readonly<Record<string, unknown>>): string | null {
  return readPart(content, 'commitment');
}

/** Whether this is 32 bytes in unpadded base64. */
export function isFrankBytes(text: unknown): text is string {
  return typeof text === 'string' && THIRTY_TWO_BYTES.test(text);
}

function readPart(content: Readonly<Record<string, unknown>>, name: 'key' | 'commitment') {
  const frank = content[FRANK_FIELD];
  if (typeof frank !== 'object' || frank === null) return null;
  // SAFETY: every field that is read is checked.
  const fields = frank as Readonly<Record<string, unknown>>;
  const isKnown = name === 'key' || fields['v'] === FRANK_VERSION;
  const part = fields[name];
  return isKnown && isFrankBytes(part) ? part : null;
}
