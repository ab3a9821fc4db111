import { andThen, type Awaitable } from '@sotto/kit';
import {
  toClientEvent,
  toClientEventWithoutRoomId,
  type ClientEvent,
  type ClientEventWithoutRoomId,
  type EventId,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Db } from '../../storage/index.ts';
import type { RoomKey } from '../inbox/index.ts';
import type { RoomContext } from './context.ts';
import { refuse } from './errors.ts';
import type { RoomRef } from './log/event-store.ts';
import { floorStore } from './log/floor-store.ts';
import type { RoomOfUser } from './log/room-store.ts';
import type { RoomView } from './log/room-view.ts';
import { listStateAt } from './log/state-at.ts';
import type { StoredEvent } from './log/stored-event.ts';
import { canRead, type VisibilityHistory } from './visibility.ts';

/** Who looks at an event: some of it is told to the device that sent it only. */
export interface Viewer {
  readonly userId: UserId;
  readonly deviceId: string;
}

/** What other modules read of rooms. */
export interface RoomReading {
  findKey(db: Db, roomId: RoomId): Promise<RoomKey | null>;
  getRoomId(db: Db, roomKey: RoomKey): Awaitable<RoomId>;
  /** The room as of its last commit. */
  findView(db: Db, roomId: RoomId): Awaitable<RoomView | null>;
  isJoined(db: Db, roomId: RoomId, userId: UserId): Promise<boolean>;
  joinedMembers(db: Db, roomId: RoomId): Promise<readonly UserId[]>;
  listRoomsOf(db: Db, userId: UserId): Promise<RoomOfUser[]>;
  /** People who share an encrypted room with this one, by joining or invitation. */
  sharers(db: Db, userId: UserId): Promise<UserId[]>;
  /** People whose presence this one may know: joined to a room of theirs that is not too large for it. */
  contacts(db: Db, userId: UserId): Promise<UserId[]>;
  /** Rooms that both are joined to, as far as they matter: the first hundred. */
  listShared(db: Db, one: UserId, other: UserId): Promise<RoomId[]>;
  findEventPosition(db: Db, roomId: RoomId, eventId: EventId): Promise<number | null>;
  listAt(db: Db, room: RoomRef, positions: readonly number[]): Awaitable<Map<number, StoredEvent>>;
  listStateAt(db: Db, room: RoomRef, position: number): Promise<StoredEvent[]>;
  listPage(db: Db, room: RoomRef, page: PageRequest): Promise<StoredEvent[]>;
  /** The event if this person may read it; a refusal says nothing of why not. */
  getReadable(
    db: Db,
    viewer: UserId,
    at: { roomId: RoomId; eventId: EventId },
  ): Promise<StoredEvent>;
  /** The event, whoever may read it. */
  findEvent(db: Db, roomId: RoomId, eventId: EventId): Promise<StoredEvent | null>;
  /** Whether somebody was in a position to read it, also if they have blocked its sender since. */
  couldRead(db: Db, userId: UserId, event: StoredEvent): Promise<boolean>;
  visibilityFor(db: Db, room: RoomRef, userId: UserId): Promise<VisibilityHistory>;
  /** Whether `owner` is to see nothing of what this person writes in this room. */
  isBlocked(owner: UserId, subject: UserId, room: RoomView): boolean;
  /** As clients see them, for replies that name the room elsewhere. */
  render(
    db: Db,
    events: readonly StoredEvent[],
    viewer: Viewer,
  ): Awaitable<ClientEventWithoutRoomId[]>;
  renderWithRoomId(db: Db, events: readonly StoredEvent[], viewer: Viewer): Promise<ClientEvent[]>;
}

const SHARED_MAX = 100;
const NOTHING_MENTIONED: ReadonlyMap<EventId, StoredEvent> = new Map();

/**
 * In a larger room somebody comes and goes all the time, and telling everybody each time would cost the
 * square of its size.
 */
export const PRESENCE_MEMBERS_MAX = 100;

export interface PageRequest {
  readonly from: number;
  readonly towards: 'older' | 'newer';
  readonly limit: number;
}

export function createReading(context: RoomContext): RoomReading {
  const { events, rooms, views } = context;

  /** Loads, in one read per room, what the unsigned parts of these events speak of. */
  function loadMentioned(
    db: Db,
    shown: readonly StoredEvent[],
  ): Awaitable<ReadonlyMap<EventId, StoredEvent>> {
    const isPlain = shown.every(
      ({ replaces, redactedBy }) => replaces === null && redactedBy === null,
    );
    return isPlain ? NOTHING_MENTIONED : readMentioned(db, shown);
  }

  async function readMentioned(
    db: Db,
    shown: readonly StoredEvent[],
  ): Promise<ReadonlyMap<EventId, StoredEvent>> {
    const wanted = new Map<RoomKey, { roomId: RoomId; ids: EventId[] }>();
    for (const event of shown) {
      for (const id of [event.replaces, event.redactedBy]) {
        if (id === null) continue;
        const room = wanted.get(event.roomKey) ?? { roomId: event.roomId, ids: [] };
        wanted.set(event.roomKey, room);
        room.ids.push(id);
      }
    }
    const found = new Map<EventId, StoredEvent>();
    for (const [key, { roomId, ids }] of wanted) {
      for (const event of await events.listByIds(db, { key, roomId }, ids))
        found.set(event.eventId, event);
    }
    return found;
  }

  function unsignedOf(
    event: StoredEvent,
    viewer: Viewer,
    mentioned: ReadonlyMap<EventId, StoredEvent>,
  ) {
    const replaced = event.replaces === null ? undefined : mentioned.get(event.replaces);
    const redaction = event.redactedBy === null ? undefined : mentioned.get(event.redactedBy);
    const isSender = event.sender === viewer.userId && event.sentBy?.deviceId === viewer.deviceId;
    const age = Math.max(0, context.clock.nowMs() - event.originServerTs);
    if (!replaced && !redaction && !isSender) return { age };
    return {
      age,
      ...(replaced && { replaces_state: replaced.eventId, prev_content: replaced.content }),
      ...(redaction && {
        redacted_because: toClientEventWithoutRoomId(redaction.eventId, shownFields(redaction)),
      }),
      ...(isSender && event.sentBy && { transaction_id: event.sentBy.txnId }),
    };
  }

  const self: RoomReading = {
    findKey: (db, roomId) => rooms.findKey(db, roomId),
    getRoomId: (db, roomKey) => rooms.getId(db, roomKey),
    findView: (db, roomId) => views.find(db, roomId),
    async isJoined(db, roomId, userId) {
      return (await views.find(db, roomId))?.membershipOf(userId) === 'join';
    },
    async joinedMembers(db, roomId) {
      return (await views.find(db, roomId))?.membersWith('join') ?? [];
    },
    listRoomsOf: (db, userId) => rooms.listRoomsOf(db, userId),
    sharers: (db, userId) => rooms.listSharers(db, userId),
    contacts: (db, userId) => rooms.listContacts(db, userId, PRESENCE_MEMBERS_MAX),
    listShared: (db, one, other) => rooms.listShared(db, one, other, SHARED_MAX),
    async findEventPosition(db, roomId, eventId) {
      const key = await rooms.findKey(db, roomId);
      return key === null
        ? null
        : ((await events.find(db, { key, roomId }, eventId))?.position ?? null);
    },
    listAt: (db, room, positions) => events.listAt(db, room, positions),
    listStateAt: (db, room, position) => listStateAt(context, db, room, position),
    listPage: (db, room, page) => events.listPage(db, room, page),

    async getReadable(db, viewer, { roomId, eventId }) {
      const event = await self.findEvent(db, roomId, eventId);
      const readable = event && canRead(event, await self.visibilityFor(db, roomOf(event), viewer));
      if (!event || !readable)
        throw refuse('event_not_found', 'There is no such message, or it is not for you.');
      return event;
    },

    async findEvent(db, roomId, eventId) {
      const key = await rooms.findKey(db, roomId);
      return key === null ? null : events.find(db, { key, roomId }, eventId);
    },

    async couldRead(db, userId, event) {
      const history = await self.visibilityFor(db, roomOf(event), userId);
      return canRead(event, { ...history, isBlocked: () => false });
    },

    isBlocked: (owner, subject, room) => context.isBlocked(owner, subject, room),

    async visibilityFor(db, room, userId) {
      const [view, visibilities, memberships, floor] = await Promise.all([
        views.find(db, room.roomId),
        events.listChanges(db, room, { type: 'm.room.history_visibility', stateKey: '' }),
        events.listChanges(db, room, { type: 'm.room.member', stateKey: userId }),
        floorStore.find(db, room.key, userId),
      ]);
      const isBlocked = (sender: UserId) => context.isBlocked(userId, sender, view);
      return { visibilities, memberships, floor, isBlocked };
    },

    render: (db, shown, viewer) =>
      andThen(loadMentioned(db, shown), (mentioned) =>
        shown.map((event) =>
          toClientEventWithoutRoomId(
            event.eventId,
            shownFields(event),
            unsignedOf(event, viewer, mentioned),
          ),
        ),
      ),

    async renderWithRoomId(db, shown, viewer) {
      const mentioned = await loadMentioned(db, shown);
      return shown.map((event) =>
        toClientEvent(event, shownFields(event), unsignedOf(event, viewer, mentioned)),
      );
    },
  };
  return self;
}

function roomOf({ roomKey: key, roomId }: StoredEvent): RoomRef {
  return { key, roomId };
}

function shownFields(event: StoredEvent) {
  const { type, stateKey, sender, content, originServerTs } = event;
  const fields = { type, sender, content, origin_server_ts: originServerTs };
  return stateKey === null ? fields : { ...fields, state_key: stateKey };
}
