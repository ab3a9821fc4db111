import { invariant } from '@sotto/kit';
import { roomIdOfCreateEvent, type EventId, type RoomId } from '../ids.ts';
import { canonicalJson, canonicalString } from '../json/canonical-json.ts';
import { toUrlSafeBase64 } from '../signing/base64.ts';
import type { EventCrypto } from '../signing/event-crypto.ts';
import { checkEventSize } from './event-limits.ts';
import type { EventTemplate, Pdu } from './pdu.ts';
import { redactContent } from './redaction.ts';

export interface CreatedEvent {
  readonly eventId: EventId;
  readonly roomId: RoomId;
  readonly pdu: Pdu;
  /** The whole event as canonical JSON, as it is stored and federated. */
  readonly json: string;
}

/**
 * Hashes and signs an event of room version 12 and computes its id. Refuses content that is not
 * canonical JSON and events over the size limits; whether the event is *allowed* is for `checkAuth`.
 *
 * @see https://spec.matrix.org/v1.19/server-server-api/#adding-hashes-and-signatures-to-outgoing-events
 */
export function createEvent(template: EventTemplate, crypto: EventCrypto): CreatedEvent {
  const { serverName, keyId } = crypto;
  invariant(
    template.sender.endsWith(`:${serverName}`),
    'an event is signed by the server of its sender',
  );
  invariant(
    (template.type === 'm.room.create') === (template.room_id === undefined),
    'exactly the create event has no room id',
  );

  // The canonical text is put together from parts, because three texts are needed (to hash, to sign,
  // to store) that differ only in content, hashes and signatures. Printing the content is the
  // expensive step and happens once. What is signed is also what the event id is the hash of.
  const part = partsOf(template);
  const content = canonicalJson(template.content);
  const keptContent = redactContent(template.type, template.content);
  const kept = keptContent === template.content ? content : canonicalJson(keptContent);

  const sha256 = crypto.sha256(`${part.start}${content}${part.depth}${part.middle}${part.end}`);
  const depthAndHashes = `${part.depth},"hashes":{"sha256":"${sha256}"}`;
  const signed = `${part.start}${kept}${depthAndHashes}${part.middle}${part.end}`;
  const signature = crypto.sign(signed);
  // SAFETY: the reference hash, url-safe and with its sigil, is what an event id is.
  const eventId = `$${toUrlSafeBase64(crypto.sha256(signed))}` as EventId;

  const names = `${canonicalString(serverName)}:{${canonicalString(keyId)}:"${signature}"}`;
  const json = `${part.start}${content}${depthAndHashes}${part.middle},"signatures":{${names}}${part.end}`;
  checkEventSize(template, json);

  const hashes = { sha256 };
  const signatures = { [serverName]: { [keyId]: signature } };
  return {
    eventId,
    roomId: template.room_id ?? roomIdOfCreateEvent(eventId),
    pdu: { ...template, hashes, signatures },
    json,
  };
}

/** The texts between content, hashes and signatures; together they are in canonical key order. */
function partsOf(template: EventTemplate) {
  const { room_id: roomId, state_key: stateKey } = template;
  const room = roomId === undefined ? '' : `,"room_id":${canonicalString(roomId)}`;
  const state = stateKey === undefined ? '' : `,"state_key":${canonicalString(stateKey)}`;
  return {
    start: `{"auth_events":${canonicalJson(template.auth_events)},"content":`,
    depth: `,"depth":${canonicalJson(template.depth)}`,
    middle:
      `,"origin_server_ts":${canonicalJson(template.origin_server_ts)}` +
      `,"prev_events":${canonicalJson(template.prev_events)}` +
      `${room},"sender":${canonicalString(template.sender)}`,
    end: `${state},"type":${canonicalString(template.type)}}`,
  };
}
