import type { EventId } from '../ids.ts';
import { canonicalJson } from '../json/canonical-json.ts';
import type { JsonObject } from '../json/json-value.ts';
import { toUrlSafeBase64 } from '../signing/base64.ts';
import type { Hasher } from '../signing/event-crypto.ts';
import { signedTextOf } from '../signing/sign-json.ts';
import { redactEvent } from './redaction.ts';

/**
 * The hash over the whole event, which tells whether anything in it was changed or redacted.
 *
 * @see https://spec.matrix.org/v1.19/server-server-api/#calculating-the-content-hash-for-an-event
 */
export function contentHashOf(event: JsonObject, hasher: Hasher): string {
  const { hashes: _hashes, signatures: _signatures, unsigned: _unsigned, ...hashed } = event;
  return hasher.sha256(canonicalJson(hashed));
}

/**
 * The id of an event that came from elsewhere: the reference hash over its essential fields.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/#event-ids
 */
export function eventIdOf(event: JsonObject, hasher: Hasher): EventId {
  const hash = hasher.sha256(signedTextOf(redactEvent(event)));
  // SAFETY: the reference hash, url-safe and with its sigil, is what an event id is.
  return `$${toUrlSafeBase64(hash)}` as EventId;
}
