import { decodeBase64, encodeUnpaddedBase64 } from 'matrix-js-sdk/lib/base64.js';
import type { IContent, MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import {
  FRANK_FIELD,
  FRANK_KEY_BYTES,
  FRANK_VERSION,
  frankedText,
  readCommitment,
  readFrankKey,
  withoutFrank,
  type RoomId,
} from '@sotto/protocol';

/** What a message said, and whether its sender is bound to it. See `docs/reference/reports.md`. */
export interface Opened {
  readonly type: string;
  readonly content: IContent;
  /** Null unless key and commitment fit. */
  readonly key: string | null;
  /** One of them is there and does not fit: nobody could prove what it said. */
  readonly isBroken: boolean;
  readonly isCommitted: boolean;
}

/** Gives a message that is about to be encrypted its key. The result adds the commitment afterwards. */
export async function addKey(event: MatrixEvent): Promise<() => void> {
  const content = withoutFrank(event.event.content ?? {});
  const bytes = crypto.getRandomValues(new Uint8Array(FRANK_KEY_BYTES));
  const key = encodeUnpaddedBase64(bytes);
  const commitment = await commit(key, { type: event.getType(), content, event });
  event.event.content = { ...content, [FRANK_FIELD]: { key } };
  return () => {
    const frank = { v: FRANK_VERSION, commitment };
    event.event.content = { ...event.getWireContent(), [FRANK_FIELD]: frank };
  };
}

/** Null for what is not an opened encrypted message. */
export async function openFrank(event: MatrixEvent): Promise<Opened | null> {
  const content = event.getClearContent();
  if (!content || event.isDecryptionFailure() || event.isState()) return null;
  const type = event.getType();
  const wire = event.getWireContent();
  const said = { type, content: withoutFrank(content) };
  const isFranked = FRANK_FIELD in content || FRANK_FIELD in wire;
  const [key, commitment] = [readFrankKey(content), readCommitment(wire)];
  const isCommitted = commitment !== null;
  const fits =
    key !== null && isCommitted && (await commit(key, { ...said, event })) === commitment;
  return { ...said, key: fits ? key : null, isBroken: isFranked && !fits, isCommitted };
}

async function commit(
  key: string,
  { type, content, event }: { type: string; content: IContent; event: MatrixEvent },
): Promise<string> {
  // SAFETY: an event of a room names it.
  const text = frankedText({ type, content, roomId: event.getRoomId() as RoomId });
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const made = await crypto.subtle.importKey('raw', decodeBase64(key), hmac, false, ['sign']);
  const mac = await crypto.subtle.sign(hmac, made, new TextEncoder().encode(text));
  return encodeUnpaddedBase64(new Uint8Array(mac));
}
