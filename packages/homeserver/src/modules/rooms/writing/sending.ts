import {
  canonicalJson,
  canRedact,
  redactEvent,
  type EventId,
  type JsonObject,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Append } from '../log/append.ts';
import type { RoomContext } from '../context.ts';
import { refuse } from '../errors.ts';
import type { RoomView } from '../log/room-view.ts';
import { checkRemoval, checkStateWish } from './state-wish.ts';

export interface Sender {
  readonly userId: UserId;
  readonly deviceId: string;
}

export interface SendCommand {
  readonly by: Sender;
  readonly roomId: RoomId;
  readonly txnId: string;
  readonly type: string;
  readonly content: JsonObject;
}

export interface RedactCommand {
  readonly by: Sender;
  readonly roomId: RoomId;
  readonly txnId: string;
  readonly eventId: EventId;
  readonly reason: string | null;
}

export interface SetStateCommand {
  readonly by: UserId;
  readonly roomId: RoomId;
  readonly type: string;
  readonly stateKey: string;
  readonly content: JsonObject;
}

/** Putting events into rooms. */
export interface Sending {
  /** Sends once per (device, room, type, txnId); a repeat gives the first event's id. */
  send(command: SendCommand): Promise<EventId>;
  /** Empties an event for everyone. */
  redact(command: RedactCommand): Promise<EventId>;
  /** Sets state; setting what is already so gives the id of the event that said it. */
  setState(command: SetStateCommand): Promise<EventId>;
}

export function createSending(context: RoomContext): Sending {
  const { writer, events, db, people } = context;

  async function appendOne(append: Append): Promise<EventId> {
    const { eventIds } = await writer.append(append);
    const [eventId] = eventIds;
    if (!eventId)
      throw refuse('room_not_found', 'There is no such conversation, or you are not in it.');
    return eventId;
  }

  return {
    send({ by, roomId, txnId, type, content }) {
      if (type === 'm.room.redaction') {
        throw refuse('event_type_reserved', 'Redactions have a request of their own.');
      }
      context.onActive(by.userId);
      return appendOne({
        roomId,
        once: { deviceId: by.deviceId, txnId },
        plan: (room) => {
          checkIn(room, by.userId);
          return [{ type, sender: by.userId, content }];
        },
      });
    },

    async setState({ by, roomId, type, stateKey, content }) {
      checkStateWish({ type, stateKey, content }, people.findNameFault);
      const membership = type === 'm.room.member' ? content['membership'] : null;
      // SAFETY: `checkStateWish` lets memberships of user ids pass only.
      const target = stateKey as UserId;
      if (membership === 'invite' && !(await people.findProfile(db.read, target))) {
        throw refuse('user_unknown', 'There is no such person here.');
      }
      let unchanged: EventId | null = null;
      const wanted = canonicalJson(content);
      const { eventIds } = await writer.append({
        roomId,
        plan: (room) => {
          const view = checkIn(room, by);
          if (membership === 'leave') checkRemoval(view, by, target);
          const current = view.get(type, stateKey);
          const isSame = current?.sender === by && canonicalJson(current.content) === wanted;
          unchanged = isSame ? current.eventId : null;
          return unchanged ? [] : [{ type, stateKey, sender: by, content }];
        },
      });
      const eventId = unchanged ?? eventIds[0];
      if (!eventId)
        throw refuse('room_not_found', 'There is no such conversation, or you are not in it.');
      return eventId;
    },

    async redact({ by, roomId, txnId, eventId, reason }) {
      const key = await context.rooms.findKey(db.read, roomId);
      const target = key === null ? null : await events.find(db.read, { key, roomId }, eventId);
      return appendOne({
        roomId,
        once: { deviceId: by.deviceId, txnId },
        plan: (room) => {
          const view = checkIn(room, by.userId);
          if (!target) throw refuse('event_not_found', 'There is no such message.');
          if (!canRedact(by.userId, target.sender, view)) {
            throw refuse('cannot_redact', 'You cannot remove what someone else wrote here.');
          }
          const content = { redacts: eventId, ...(reason !== null && { reason }) };
          return [{ type: 'm.room.redaction', sender: by.userId, content }];
        },
        async alongside(txn, appended) {
          const [redactedBy] = appended.eventIds;
          if (!target || !redactedBy) return;
          await context.onRedacting(txn, target);
          const { roomKey, position } = target;
          const pdu = await events.getPdu(txn.db, roomKey, position);
          const redacted = redactEvent(pdu);
          await events.redact(txn, {
            roomKey,
            position,
            pdu: JSON.stringify(redacted),
            redactedBy,
          });
        },
      });
    },
  };
}

/** A room one is not in looks like none at all. */
export function checkIn(room: RoomView | null, userId: UserId): RoomView {
  if (room?.membershipOf(userId) === 'join') return room;
  throw refuse('room_not_found', 'There is no such conversation, or you are not in it.');
}
