import type { ClientEvent, EventId, Membership, RoomId, UserId } from '@sotto/protocol';
import { parseToken, printHistoryToken } from '../../tokens.ts';
import type { RoomContext } from './context.ts';
import { refuse } from './errors.ts';
import { matchesFilter, type EventFilter } from './event-filter.ts';
import type { RoomRef } from './log/event-store.ts';
import type { RoomReading, Viewer } from './reading.ts';
import { isStateEvent, type StateEvent, type StoredEvent } from './log/stored-event.ts';
import { canRead } from './visibility.ts';

export interface MessagesQuery {
  readonly viewer: Viewer;
  readonly roomId: RoomId;
  readonly from: string | null;
  readonly to: string | null;
  readonly towards: 'older' | 'newer';
  readonly limit: number;
  readonly filter: EventFilter;
}

export interface MessagesPage {
  readonly start: string;
  /** Absent when there is nothing further. */
  readonly end?: string;
  readonly chunk: ClientEvent[];
  readonly state?: ClientEvent[];
}

export interface MembersQuery {
  readonly viewer: Viewer;
  readonly roomId: RoomId;
  readonly at: string | null;
  readonly membership: string | null;
  readonly notMembership: string | null;
}

/** Reading back, as far as each person may. */
export interface History {
  listMessages(query: MessagesQuery): Promise<MessagesPage>;
  getEvent(viewer: Viewer, at: { roomId: RoomId; eventId: EventId }): Promise<ClientEvent>;
  getContext(query: ContextQuery): Promise<EventContext>;
  listState(viewer: Viewer, roomId: RoomId): Promise<ClientEvent[]>;
  getState(
    viewer: Viewer,
    at: { roomId: RoomId; type: string; stateKey: string },
  ): Promise<ClientEvent>;
  listMembers(query: MembersQuery): Promise<ClientEvent[]>;
}

export interface ContextQuery {
  readonly viewer: Viewer;
  readonly roomId: RoomId;
  readonly eventId: EventId;
  readonly limit: number;
  readonly filter: EventFilter;
}

export interface EventContext {
  readonly event: ClientEvent;
  readonly events_before: ClientEvent[];
  readonly events_after: ClientEvent[];
  readonly state: ClientEvent[];
  readonly start: string;
  readonly end: string;
}

const PAGE_MAX = 250;
/** A narrow filter over a long history reads at most this many pages before it answers with what it has. */
const PAGES_READ_MAX = 8;

/** A room, and up to where this person sees its state. */
interface Access {
  readonly room: RoomRef;
  readonly upTo: number;
  readonly joined: boolean;
}

export function createHistory(context: RoomContext, reading: RoomReading): History {
  const { events, views, inbox } = context;
  const db = context.db.read;

  async function access(userId: UserId, roomId: RoomId): Promise<Access> {
    const view = await views.find(db, roomId);
    const own = view?.get('m.room.member', userId);
    const membership = own?.content['membership'] as Membership | undefined;
    const isPublic =
      view?.get('m.room.history_visibility', '')?.content['history_visibility'] ===
      'world_readable';
    if (
      !view ||
      !(membership === 'join' || isPublic || (own && (await wasJoined(view.head, userId))))
    ) {
      throw refuse('room_not_found', 'There is no such conversation, or you are not in it.');
    }
    const room = { key: view.head.key, roomId };
    const joined = membership === 'join' || isPublic;
    return { room, joined, upTo: joined ? view.head.position : (own?.position ?? 0) };
  }

  async function wasJoined(room: RoomRef, userId: UserId): Promise<boolean> {
    const changes = await events.listChanges(db, room, { type: 'm.room.member', stateKey: userId });
    return changes.some(({ to }) => to === 'join');
  }

  /** The position just after which (going older) or from which (going newer) reading starts. */
  async function positionOf(
    token: string,
    { room, upTo }: Access,
    viewer: UserId,
  ): Promise<number> {
    const parsed = parseToken(token);
    if (!parsed)
      throw refuse('token_invalid', 'This paging token was not given out by this server.');
    if (parsed.kind === 'history') return Math.min(parsed.position, upTo + 1);
    const at = { roomKey: room.key, seq: parsed.seq };
    return (await inbox.firstPositionAfter(db, viewer, at)) ?? upTo + 1;
  }

  async function stateOf({ room, joined, upTo }: Access): Promise<StateEvent[]> {
    const view = joined ? await views.find(db, room.roomId) : null;
    if (view) return [...view.listState()];
    return (await reading.listStateAt(db, room, upTo)).filter(isStateEvent);
  }

  async function membersOfSenders(
    at: Access,
    shown: readonly StoredEvent[],
  ): Promise<StoredEvent[]> {
    const senders = new Set<string>(shown.map(({ sender }) => sender));
    const state = await stateOf(at);
    return state.filter(({ type, stateKey }) => type === 'm.room.member' && senders.has(stateKey));
  }

  return {
    async listMessages({ viewer, roomId, from, to, towards, limit, filter }) {
      const at = await access(viewer.userId, roomId);
      const older = towards === 'older';
      const edge = older ? at.upTo + 1 : 1;
      const start = from === null ? edge : await positionOf(from, at, viewer.userId);
      const stop = to === null ? null : await positionOf(to, at, viewer.userId);
      const visible = await reading.visibilityFor(db, at.room, viewer.userId);
      const wanted = Math.max(1, Math.min(limit, PAGE_MAX));

      const chunk: StoredEvent[] = [];
      let next = start;
      let ended = false;
      for (let page = 0; page < PAGES_READ_MAX && chunk.length < wanted && !ended; page += 1) {
        const from = older ? next : next - 1;
        const read = await events.listPage(db, at.room, { from, towards, limit: wanted });
        ended = read.length < wanted;
        for (const event of read) {
          const isPast = stop !== null && (older ? event.position < stop : event.position >= stop);
          if (isPast || event.position > at.upTo || chunk.length >= wanted) {
            ended = chunk.length < wanted || isPast;
            break;
          }
          next = older ? event.position : event.position + 1;
          if (canRead(event, visible) && matchesFilter(event, filter)) chunk.push(event);
        }
      }
      const state = filter.lazy_load_members ? await membersOfSenders(at, chunk) : [];
      return {
        start: printHistoryToken(start),
        ...(!(ended && older && next <= 1) &&
          !(ended && chunk.length === 0) && { end: printHistoryToken(next) }),
        chunk: await reading.renderWithRoomId(db, chunk, viewer),
        ...(state.length > 0 && { state: await reading.renderWithRoomId(db, state, viewer) }),
      };
    },

    async getEvent(viewer, at) {
      return one(await reading.getReadable(db, viewer.userId, at), viewer);
    },

    async getContext({ viewer, roomId, eventId, limit, filter }) {
      const event = await reading.getReadable(db, viewer.userId, { roomId, eventId });
      const room = { key: event.roomKey, roomId };
      const visible = await reading.visibilityFor(db, room, viewer.userId);
      const half = Math.floor(Math.max(0, Math.min(limit, PAGE_MAX)) / 2);
      const side = async (towards: 'older' | 'newer') => {
        if (half === 0) return [];
        const page = await events.listPage(db, room, {
          from: event.position,
          towards,
          limit: half,
        });
        return page.filter((near) => canRead(near, visible) && matchesFilter(near, filter));
      };
      const [before, after] = await Promise.all([side('older'), side('newer')]);
      const shown = [...before, event, ...after];
      const lastPosition = after.at(-1)?.position ?? event.position;
      const state = (await reading.listStateAt(db, room, lastPosition)).filter(
        ({ type, stateKey }) =>
          type !== 'm.room.member' ||
          !filter.lazy_load_members ||
          shown.some(({ sender }) => sender === stateKey),
      );
      return {
        event: await one(event, viewer),
        events_before: await reading.renderWithRoomId(db, before, viewer),
        events_after: await reading.renderWithRoomId(db, after, viewer),
        state: await reading.renderWithRoomId(db, state, viewer),
        start: printHistoryToken(before.at(-1)?.position ?? event.position),
        end: printHistoryToken(lastPosition + 1),
      };
    },

    async listState(viewer, roomId) {
      return reading.renderWithRoomId(
        db,
        await stateOf(await access(viewer.userId, roomId)),
        viewer,
      );
    },

    async getState(viewer, { roomId, type, stateKey }) {
      const state = await stateOf(await access(viewer.userId, roomId));
      const found = state.find((event) => event.type === type && event.stateKey === stateKey);
      if (!found) throw refuse('state_not_found', 'This conversation has no such setting.');
      return one(found, viewer);
    },

    async listMembers({ viewer, roomId, at: token, membership, notMembership }) {
      const now = await access(viewer.userId, roomId);
      const before = token === null ? now.upTo + 1 : await positionOf(token, now, viewer.userId);
      const isNow = before > now.upTo;
      const state = isNow
        ? await stateOf(now)
        : await reading.listStateAt(db, now.room, before - 1);
      const members = state.filter(({ type, content }) => {
        if (type !== 'm.room.member') return false;
        if (membership !== null && content['membership'] !== membership) return false;
        return notMembership === null || content['membership'] !== notMembership;
      });
      return reading.renderWithRoomId(db, members, viewer);
    },
  };

  async function one(event: StoredEvent, viewer: Viewer): Promise<ClientEvent> {
    const [rendered] = await reading.renderWithRoomId(db, [event], viewer);
    if (!rendered)
      throw refuse('event_not_found', 'There is no such message, or it is not for you.');
    return rendered;
  }
}
