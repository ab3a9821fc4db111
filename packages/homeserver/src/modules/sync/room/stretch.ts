import { andThen, type Awaitable } from '@sotto/kit';
import type { Membership, RoomId, UserId } from '@sotto/protocol';
import type { Db } from '../../../storage/index.ts';
import {
  canRead,
  isStateEvent,
  isUnwanted,
  matchesFilter,
  type EventFilter,
  type RoomRef,
  type RoomService,
  type RoomView,
  type StateEvent,
  type StoredEvent,
} from '../../rooms/index.ts';

/** One room in one response: what its timeline shows, and what the state did meanwhile. */
export interface Stretch {
  readonly room: RoomRef;
  /** The room as of now, which may be later than `upTo`. */
  readonly view: RoomView;
  /** The last position the response covers. */
  readonly upTo: number;
  readonly membership: Membership;
  /** Whether the client knows nothing of this room yet: first sync, gap, or freshly joined. */
  readonly fresh: boolean;
  /** Every event since the token; for a fresh room, the events of its timeline. */
  readonly events: readonly StoredEvent[];
  readonly timeline: readonly StoredEvent[];
  readonly limited: boolean;
  /** The position at which the timeline starts: state before it belongs to `state`. */
  readonly start: number;
}

export interface StretchRequest {
  readonly userId: UserId;
  readonly roomId: RoomId;
  /** Positions of new events; null to show the room from scratch. */
  readonly positions: readonly number[] | null;
  readonly limit: number;
  readonly filter: EventFilter;
}

export function readStretch(
  rooms: RoomService,
  db: Db,
  request: StretchRequest,
): Awaitable<Stretch | null> {
  const { userId, roomId, positions } = request;
  return andThen(rooms.findView(db, roomId), (view) => {
    if (!view) return null;
    const room = { key: view.head.key, roomId };
    const found = positions === null ? null : rooms.listAt(db, room, positions);
    return andThen(found, (events) => {
      const news = (positions ?? []).flatMap((position) => events?.get(position) ?? []);
      const membership = ownMembership(rooms, db, { view, room, userId, news, positions });
      return andThen(membership, (own) => {
        if (!own) return null;
        const upTo = own.membership === 'join' ? (news.at(-1)?.position ?? own.upTo) : own.position;
        const fresh = positions === null || own.freshlyJoined;
        const at = { room, view, upTo, membership: own.membership, fresh };
        return fresh ? readPage(rooms, db, request, at) : continueWith(news, rooms, request, at);
      });
    });
  });
}

type Outline = Pick<Stretch, 'room' | 'view' | 'upTo' | 'membership' | 'fresh'>;

/** What is new in a room the client knows. */
function continueWith(
  news: readonly StoredEvent[],
  rooms: RoomService,
  { userId, limit, filter }: StretchRequest,
  { room, view, upTo, membership, fresh }: Outline,
): Stretch {
  const isBlocked = (sender: UserId) => rooms.isBlocked(userId, sender, view);
  const wanted = news.filter(
    (event) => matchesFilter(event, filter) && !isUnwanted(event, { isBlocked }),
  );
  const timeline = limit === 0 ? [] : wanted.slice(-limit);
  const limited = wanted.length > timeline.length;
  const first = timeline[0]?.position;
  const start = limited || first !== undefined ? (first ?? upTo + 1) : upTo + 1;
  return { room, view, upTo, membership, fresh, events: news, timeline, limited, start };
}

/** The newest events of a room the client does not know. */
async function readPage(
  rooms: RoomService,
  db: Db,
  { userId, limit, filter }: StretchRequest,
  outline: Outline,
): Promise<Stretch> {
  const { room, upTo } = outline;
  const visible = await rooms.visibilityFor(db, room, userId);
  const page = await rooms.listPage(db, room, {
    from: upTo + 1,
    towards: 'older',
    limit: limit + 1,
  });
  const readable = page.filter((event) => canRead(event, visible));
  const newest = readable.slice(0, limit).reverse();
  const timeline = newest.filter((event) => matchesFilter(event, filter));
  const start = newest[0]?.position ?? upTo + 1;
  return { ...outline, events: timeline, timeline, limited: readable.length > limit, start };
}

interface OwnMembership {
  readonly membership: Membership;
  readonly position: number;
  readonly freshlyJoined: boolean;
  readonly upTo: number;
}

interface OwnRequest {
  readonly view: RoomView;
  readonly room: RoomRef;
  readonly userId: UserId;
  readonly news: readonly StoredEvent[];
  readonly positions: readonly number[] | null;
}

/** The person's own membership where the response ends, which the room may have moved past. */
function ownMembership(
  rooms: RoomService,
  db: Db,
  at: OwnRequest,
): Awaitable<OwnMembership | null> {
  const { view, userId, news, positions } = at;
  const current = view.get('m.room.member', userId);
  const upTo = positions === null ? view.head.position : (positions.at(-1) ?? view.head.position);
  if (!current || current.position > upTo || news.some((event) => isOwn(event, userId)))
    return lookUpMembership(rooms, db, at, upTo);
  return {
    membership: membershipIn(current),
    position: current.position,
    freshlyJoined: false,
    upTo,
  };
}

async function lookUpMembership(
  rooms: RoomService,
  db: Db,
  { room, userId, news }: OwnRequest,
  upTo: number,
): Promise<OwnMembership | null> {
  const { memberships } = await rooms.visibilityFor(db, room, userId);
  const last = memberships.findLast(({ position }) => position <= upTo);
  if (!last) return null;
  const own = news.filter((event) => isOwn(event, userId));
  const firstNews = own[0]?.position ?? upTo + 1;
  const before = memberships.findLast(({ position }) => position < firstNews);
  const wasJoined = before?.to === 'join';
  // Joined again within one stretch: the client's state may be anything, so it starts afresh.
  const leftBetween = own.some((event) => membershipIn(event) !== 'join');
  // SAFETY: the authorisation rules admit only known memberships.
  const membership = last.to as Membership;
  const freshlyJoined = membership === 'join' && (!wasJoined || leftBetween);
  return { membership, position: last.position, freshlyJoined, upTo };
}

function isOwn({ type, stateKey }: StoredEvent, userId: UserId): boolean {
  return type === 'm.room.member' && stateKey === userId;
}

function membershipIn(event: StoredEvent): Membership {
  // SAFETY: the authorisation rules admit only known memberships.
  return event.content['membership'] as Membership;
}

/** What the state did between the token and the timeline (or its end): the last word on each piece. */
export function lastState(events: readonly StoredEvent[], before: number): StateEvent[] {
  const last = new Map<string, StateEvent>();
  for (const event of events) {
    if (event.position < before && isStateEvent(event))
      last.set(`${event.type}\0${event.stateKey}`, event);
  }
  return [...last.values()];
}

/** Whom the stretch's membership events of these kinds are about. */
export function membersOf({ events }: Stretch, memberships: readonly string[]): UserId[] {
  return events
    .filter((event) => event.type === 'm.room.member' && memberships.includes(membershipIn(event)))
    .map(({ stateKey }) => stateKey as UserId);
}
