import type { Membership, RoomId, UserId } from '@sotto/protocol';
import type { Db } from '../../storage/index.ts';
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
} from '../rooms/index.ts';

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

export async function readStretch(
  rooms: RoomService,
  db: Db,
  request: StretchRequest,
): Promise<Stretch | null> {
  const { userId, roomId, positions, limit, filter } = request;
  const view = await rooms.findView(db, roomId);
  if (!view) return null;
  const room = { key: view.head.key, roomId };
  const found = positions === null ? null : await rooms.listAt(db, room, positions);
  const news = (positions ?? []).flatMap((position) => found?.get(position) ?? []);
  const own = await ownMembership(rooms, db, { view, room, userId, news, positions });
  if (!own) return null;

  const upTo = own.membership === 'join' ? (news.at(-1)?.position ?? own.upTo) : own.position;
  const fresh = positions === null || own.freshlyJoined;
  const shared = { room, view, upTo, membership: own.membership, fresh };
  if (!fresh) {
    const isBlocked = (sender: UserId) => rooms.isBlocked(userId, sender, view);
    const wanted = news.filter(
      (event) => matchesFilter(event, filter) && !isUnwanted(event, { isBlocked }),
    );
    const timeline = limit === 0 ? [] : wanted.slice(-limit);
    const limited = wanted.length > timeline.length;
    const first = timeline[0]?.position;
    const start = limited || first !== undefined ? (first ?? upTo + 1) : upTo + 1;
    return { ...shared, events: news, timeline, limited, start };
  }
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
  return { ...shared, events: timeline, timeline, limited: readable.length > limit, start };
}

interface OwnMembership {
  readonly membership: Membership;
  readonly position: number;
  readonly freshlyJoined: boolean;
  readonly upTo: number;
}

/** The person's own membership where the response ends, which the room may have moved past. */
async function ownMembership(
  rooms: RoomService,
  db: Db,
  at: {
    view: RoomView;
    room: RoomRef;
    userId: UserId;
    news: readonly StoredEvent[];
    positions: readonly number[] | null;
  },
): Promise<OwnMembership | null> {
  const { view, room, userId, news, positions } = at;
  const isOwn = (event: StoredEvent) => event.type === 'm.room.member' && event.stateKey === userId;
  const current = view.get('m.room.member', userId);
  const upTo = positions === null ? view.head.position : (positions.at(-1) ?? view.head.position);
  const settled = current && current.position <= upTo ? current : null;
  const hasOwnNews = news.some(isOwn);
  if (settled && !hasOwnNews) {
    return {
      membership: membershipIn(settled),
      position: settled.position,
      freshlyJoined: false,
      upTo,
    };
  }
  const { memberships } = await rooms.visibilityFor(db, room, userId);
  const last = memberships.findLast(({ position }) => position <= upTo);
  if (!last) return null;
  const firstNews = news.find(isOwn)?.position ?? upTo + 1;
  const before = memberships.findLast(({ position }) => position < firstNews);
  const wasJoined = before?.to === 'join';
  // Joined again within one stretch: the client's state may be anything, so it starts afresh.
  const leftBetween = news.some((event) => isOwn(event) && membershipIn(event) !== 'join');
  // SAFETY: the authorisation rules admit only known memberships.
  const membership = last.to as Membership;
  const freshlyJoined = membership === 'join' && (!wasJoined || leftBetween);
  return { membership, position: last.position, freshlyJoined, upTo };
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
