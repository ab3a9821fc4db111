import type { EventId, RoomId, UserId } from '../ids.ts';
import { ownValue, type JsonObject } from '../json/json-value.ts';
import type { EventTemplate } from './pdu.ts';

/**
 * An event as clients receive it where the reply does not already say which room it is in.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#room-event-format
 */
export interface ClientEventWithoutRoomId {
  readonly event_id: EventId;
  readonly type: string;
  readonly state_key?: string;
  readonly sender: UserId;
  readonly content: JsonObject;
  readonly origin_server_ts: number;
  /** Repeats `content.redacts` of a redaction, where older clients look for it. */
  readonly redacts?: string;
  readonly unsigned?: ClientUnsigned;
}

export interface ClientEvent extends ClientEventWithoutRoomId {
  readonly room_id: RoomId;
}

/** What the server adds to an event for one reader. */
export interface ClientUnsigned {
  readonly age?: number;
  readonly membership?: string;
  readonly prev_content?: JsonObject;
  readonly redacted_because?: ClientEventWithoutRoomId;
  readonly replaces_state?: EventId;
  /** Only for the device that sent the event. */
  readonly transaction_id?: string;
  /** Aggregated relations, by relation type. */
  readonly 'm.relations'?: JsonObject;
}

/**
 * A state event without its history, as invites and previews show it.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#stripped-state
 */
export interface StrippedStateEvent {
  readonly type: string;
  readonly state_key: string;
  readonly sender: UserId;
  readonly content: JsonObject;
}

type ShownFields = Pick<
  EventTemplate,
  'type' | 'state_key' | 'sender' | 'content' | 'origin_server_ts'
>;

/** Shows a stored event to clients, in replies that name the room elsewhere. */
export function toClientEventWithoutRoomId(
  eventId: EventId,
  event: ShownFields,
  unsigned?: ClientUnsigned,
): ClientEventWithoutRoomId {
  const redacts = event.type === 'm.room.redaction' ? ownValue(event.content, 'redacts') : null;
  // Filled in by and by: a thousand people are shown each message of a large group.
  const shown: {
    -readonly [Field in keyof ClientEventWithoutRoomId]: ClientEventWithoutRoomId[Field];
  } = {
    event_id: eventId,
    type: event.type,
    sender: event.sender,
    content: event.content,
    origin_server_ts: event.origin_server_ts,
  };
  if (event.state_key !== undefined) shown.state_key = event.state_key;
  if (typeof redacts === 'string') shown.redacts = redacts;
  if (unsigned !== undefined) shown.unsigned = unsigned;
  return shown;
}

/** Shows a stored event to clients, in replies that do not name the room elsewhere. */
export function toClientEvent(
  ids: { readonly eventId: EventId; readonly roomId: RoomId },
  event: ShownFields,
  unsigned?: ClientUnsigned,
): ClientEvent {
  return {
    ...toClientEventWithoutRoomId(ids.eventId, event, unsigned),
    room_id: ids.roomId,
  };
}

/** Keeps of a state event what someone outside the room may see. */
export function toStrippedState(
  event: Pick<EventTemplate, 'type' | 'sender' | 'content'> & { readonly state_key: string },
): StrippedStateEvent {
  return {
    type: event.type,
    state_key: event.state_key,
    sender: event.sender,
    content: event.content,
  };
}
