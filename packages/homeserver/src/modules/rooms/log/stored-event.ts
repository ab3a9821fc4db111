import type { EventId, JsonObject, Pdu, RoomId, UserId } from '@sotto/protocol';
import type { RoomKey } from '../../inbox/index.ts';

/** An event of a room's log, as the rest of the server reads it. */
export interface StoredEvent {
  readonly roomKey: RoomKey;
  readonly roomId: RoomId;
  /** Its place in the room's log: 1 is the create event, without gaps. */
  readonly position: number;
  readonly eventId: EventId;
  readonly type: string;
  /** Null for what is not state. */
  readonly stateKey: string | null;
  readonly sender: UserId;
  readonly content: JsonObject;
  readonly originServerTs: number;
  readonly depth: number;
  /** Characters of the whole event as JSON: what it takes of memory, roughly. */
  readonly length: number;
  /** The state event this one took the place of. */
  readonly replaces: EventId | null;
  /** The redaction that emptied this event, if any. */
  readonly redactedBy: EventId | null;
  /** Which device sent it, under which transaction id: told to that device only. */
  readonly sentBy: { readonly deviceId: string; readonly txnId: string } | null;
}

/** A piece of state: an event with a state key. */
export type StateEvent = StoredEvent & { readonly stateKey: string };

export function isStateEvent(event: StoredEvent): event is StateEvent {
  return event.stateKey !== null;
}

/** The parts of an event as it is signed. */
export function eventOfPdu(
  pdu: Pdu,
): Pick<
  StoredEvent,
  'type' | 'stateKey' | 'sender' | 'content' | 'originServerTs' | 'depth' | 'replaces'
> {
  const replaces = pdu.unsigned?.['replaces_state'];
  return {
    type: pdu.type,
    stateKey: pdu.state_key ?? null,
    sender: pdu.sender,
    content: pdu.content,
    originServerTs: pdu.origin_server_ts,
    depth: pdu.depth,
    replaces: typeof replaces === 'string' ? (replaces as EventId) : null,
  };
}
