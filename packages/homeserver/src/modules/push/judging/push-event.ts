import {
  isJsonObject,
  ownValue,
  type JsonObject,
  type JsonValue,
  type RoomStateView,
  type UserId,
} from '@sotto/protocol';

/** What the rules look at in an event. */
export interface PushEvent {
  readonly type: string;
  readonly stateKey: string | null;
  readonly sender: UserId;
  readonly roomId: string;
  readonly eventId: string;
  readonly content: JsonObject;
}

/** The room as it is once the event has happened. */
export interface PushRoom extends RoomStateView {
  membersWith(membership: 'join'): readonly UserId[];
}

/** For whom an event is judged, and where. */
export interface PushContext {
  readonly userId: UserId;
  readonly room: PushRoom;
  readonly nowMs: number;
}

/** The property at a path of the event as it looks on the wire, or undefined. */
export function findProperty(event: PushEvent, path: readonly string[]): JsonValue | undefined {
  const [first = '', ...rest] = path;
  if (first !== 'content') return rest.length === 0 ? topProperty(event, first) : undefined;
  let value: JsonValue | undefined = event.content;
  for (const name of rest) {
    if (!isJsonObject(value)) return undefined;
    value = ownValue(value, name);
  }
  return value;
}

function topProperty(event: PushEvent, name: string): string | undefined {
  switch (name) {
    case 'type':
      return event.type;
    case 'state_key':
      return event.stateKey ?? undefined;
    case 'sender':
      return event.sender;
    case 'room_id':
      return event.roomId;
    case 'event_id':
      return event.eventId;
    default:
      return undefined;
  }
}
