import {
  checkAuth,
  createEvent,
  ROOM_VERSION,
  selectAuthEvents,
  type EventTemplate,
} from '@sotto/protocol';
import type { ServerCrypto } from '../../../crypto/event-crypto.ts';
import type { RoomKey } from '../../inbox/index.ts';
import { refuse } from '../errors.ts';
import type { Draft } from './append.ts';
import { RoomView } from './room-view.ts';
import { eventOfPdu, isStateEvent, type StoredEvent } from './stored-event.ts';

/** One event on its way into the log, and the room once it is there. */
export interface Step {
  readonly event: StoredEvent;
  /** The text to store: the signed event, and beside it which state it replaces. */
  readonly json: string;
  readonly view: RoomView;
}

export interface Builder {
  readonly crypto: ServerCrypto;
  readonly nowMs: number;
}

/** A room that is being created has no row yet; `rekey` gives its events the key once it has. */
const NO_KEY = 0 as RoomKey;
const NO_STATE = { get: () => undefined };

/** Builds each draft on the room the one before it leaves. Throws the refusal of a rule that forbids one. */
export function buildSteps(
  drafts: readonly Draft[],
  room: RoomView | null,
  builder: Builder,
): Step[] {
  const steps: Step[] = [];
  let view = room;
  for (const draft of drafts) {
    const step = buildStep(draft, view, builder);
    steps.push(step);
    view = step.view;
  }
  return steps;
}

/**
 * Makes the next event of a room: authorises it against the room's state, links it to the head, hashes
 * and signs it.
 *
 * @see https://spec.matrix.org/v1.19/rooms/v12/
 */
function buildStep(draft: Draft, room: RoomView | null, { crypto, nowMs }: Builder): Step {
  // PostgreSQL's text cannot hold it, and these become columns; in content it stays escaped.
  if (`${draft.type}${draft.stateKey ?? ''}`.includes('\0')) {
    throw refuse('event_type_invalid', 'The character U+0000 is not accepted here.');
  }
  const state = room ?? NO_STATE;
  const unlinked = {
    type: draft.type,
    ...(draft.stateKey !== undefined && { state_key: draft.stateKey }),
    ...(room && { room_id: room.head.roomId }),
    sender: draft.sender,
    content: draft.content,
    origin_server_ts: nowMs,
  };
  const template: EventTemplate = {
    ...unlinked,
    depth: (room?.head.depth ?? 0) + 1,
    prev_events: room ? [room.head.eventId] : [],
    auth_events: selectAuthEvents(unlinked, state),
  };
  checkAuth({
    event: template,
    state,
    evidence: {
      verify: (signed) => crypto.verify(signed),
      isSignedBy: (serverName) => serverName === crypto.serverName,
    },
  });

  const created = createEvent(template, crypto);
  const replaces =
    draft.stateKey === undefined ? null : (room?.get(draft.type, draft.stateKey) ?? null);
  const json = replaces
    ? `${created.json.slice(0, -1)},"unsigned":{"replaces_state":"${replaces.eventId}"}}`
    : created.json;
  const event: StoredEvent = {
    ...eventOfPdu(created.pdu),
    length: json.length,
    roomKey: room?.head.key ?? NO_KEY,
    roomId: created.roomId,
    position: (room?.head.position ?? 0) + 1,
    eventId: created.eventId,
    replaces: replaces?.eventId ?? null,
    redactedBy: null,
    sentBy: null,
  };
  return { event, json, view: viewAfter(room, event) };
}

/** The same steps with the key of the room's new row. */
export function rekey(steps: readonly Step[], roomKey: RoomKey): Step[] {
  let view: RoomView | null = null;
  return steps.map(({ event: keyless, json }) => {
    const event = { ...keyless, roomKey };
    view = viewAfter(view, event);
    return { event, json, view };
  });
}

function viewAfter(room: RoomView | null, event: StoredEvent): RoomView {
  if (room) return room.after(event);
  const head = {
    key: event.roomKey,
    roomId: event.roomId,
    version: ROOM_VERSION,
    position: event.position,
    eventId: event.eventId,
    depth: event.depth,
  };
  return RoomView.of(head, isStateEvent(event) ? [event] : []);
}
