import {
  toStrippedState,
  type JsonObject,
  type RoomId,
  type StrippedStateEvent,
} from '@sotto/protocol';
import { printHistoryToken } from '../../tokens.ts';
import type { Db } from '../../storage/index.ts';
import type { InboxService, RoomKey } from '../inbox/index.ts';
import { matchesFilter, type RoomService, type RoomView } from '../rooms/index.ts';
import type { RoomChanges } from './changes.ts';
import type { MembersSent } from './members-sent.ts';
import type { EphemeralPort, ReceiptsPort, RequestsPort, SettingsPort } from './ports.ts';
import { timelineLimitOf, type SyncRequest } from './request.ts';
import type { JoinedRoom, LeftRoom } from './response.ts';
import { readState } from './state-part.ts';
import { readStretch, type Stretch } from './stretch.ts';

export interface RoomPartDeps {
  readonly rooms: RoomService;
  readonly inbox: InboxService;
  readonly settings: SettingsPort;
  readonly receipts: ReceiptsPort;
  readonly ephemeral: EphemeralPort;
  readonly requests: RequestsPort;
  readonly sent: MembersSent;
}

export interface RoomPartRequest {
  readonly sync: SyncRequest;
  readonly roomId: RoomId;
  /** Null to show the room from scratch. */
  readonly changes: RoomChanges | null;
  readonly typing: boolean;
  readonly nextBatch: number;
}

export type RoomPart =
  | { readonly section: 'join'; readonly body: JoinedRoom; readonly stretch: Stretch }
  | { readonly section: 'leave'; readonly body: LeftRoom; readonly stretch: Stretch }
  | {
      readonly section: 'invite';
      readonly body: { invite_state: { events: StrippedStateEvent[] } };
      readonly stretch: Stretch;
    }
  | {
      readonly section: 'knock';
      readonly body: { knock_state: { events: StrippedStateEvent[] } };
      readonly stretch: Stretch;
    };

/** What one response says of one room, or null if it says nothing. */
export async function readRoomPart(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
): Promise<RoomPart | null> {
  const { sync, roomId, changes } = request;
  const stretch = await readStretch(deps.rooms, db, {
    userId: sync.userId,
    roomId,
    positions: changes === null ? null : changes.positions,
    limit: timelineLimitOf(sync.filter),
    filter: sync.filter.room?.timeline ?? {},
  });
  if (!stretch) return null;
  const { membership } = stretch;
  if (membership === 'join') {
    return { section: 'join', body: await joinedRoom(deps, db, request, stretch), stretch };
  }
  const seen = { events: strippedState(stretch.view, sync.userId) };
  if (membership === 'invite') {
    const unshown = await deps.requests.findUnshown(db, sync.userId, roomId);
    if (unshown === null) return { section: 'invite', body: { invite_state: seen }, stretch };
    // What was put away here is gone from the person's other devices too.
    const isNews = unshown === 'deleted' && changes !== null;
    return isNews ? { section: 'leave', body: goneFrom(sync, stretch), stretch } : null;
  }
  if (membership === 'knock') return { section: 'knock', body: { knock_state: seen }, stretch };
  const { memberships } = await deps.rooms.visibilityFor(db, stretch.room, sync.userId);
  // Kept out of a room they never had a part in, people are not told that it is there.
  if (memberships.every(({ to }) => to === 'leave' || to === 'ban')) return null;
  return { section: 'leave', body: await timelineAndState(deps, db, request, stretch), stretch };
}

/** A room one is no more part of, and nothing of what is in it. */
function goneFrom({ stateAfter }: SyncRequest, { start }: Stretch): LeftRoom {
  return {
    timeline: { events: [], limited: false, prev_batch: printHistoryToken(start) },
    [stateAfter ?? 'state']: { events: [] },
  };
}

async function joinedRoom(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
  stretch: Stretch,
): Promise<JoinedRoom> {
  const { sync, changes } = request;
  const { fresh, view, room } = stretch;
  const membersChanged = stretch.events.some(({ type }) => type === 'm.room.member');
  const ownReceipt = changes?.readers.has(sync.userId) ?? false;
  const showUnread = fresh || stretch.events.length > 0 || ownReceipt;
  const ephemeral = await ephemeralEvents(deps, db, request, stretch);
  const types = fresh ? null : [...(changes?.accountTypes ?? [])];
  const settings =
    types?.length === 0
      ? []
      : await deps.settings.listRoom(db, sync.userId, { roomId: room.roomId, types });
  return {
    ...(await timelineAndState(deps, db, request, stretch)),
    ...((fresh || membersChanged) && { summary: summaryOf(view, sync.userId) }),
    ...(ephemeral.length > 0 && { ephemeral: { events: ephemeral } }),
    ...(settings.length > 0 && { account_data: { events: settings } }),
    ...(showUnread && { unread_notifications: await unreadOf(deps, db, sync, room.key) }),
  };
}

async function timelineAndState(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
  stretch: Stretch,
) {
  const { sync, changes, nextBatch } = request;
  // Whoever comes back after a gap has an older timeline, which this one does not continue.
  const isGap = changes === null && sync.since !== null;
  const { userId, deviceId, since } = sync;
  const state = await readState(deps, db, stretch, {
    to: { userId, deviceId, since, roomKey: stretch.room.key },
    filter: sync.filter.room?.state ?? {},
    after: sync.stateAfter !== null,
    full: sync.fullState,
    nextBatch,
  });
  return {
    timeline: {
      events: await deps.rooms.render(db, stretch.timeline, sync),
      limited: stretch.limited || isGap,
      prev_batch: printHistoryToken(stretch.start),
    },
    [sync.stateAfter ?? 'state']: { events: await deps.rooms.render(db, state, sync) },
  };
}

async function ephemeralEvents(
  deps: RoomPartDeps,
  db: Db,
  { sync, changes, typing }: RoomPartRequest,
  { room, fresh }: Stretch,
): Promise<JsonObject[]> {
  const events: { type: string; content: JsonObject }[] = [];
  const readers = fresh ? null : [...(changes?.readers ?? [])];
  if (readers === null || readers.length > 0) {
    const content = await deps.receipts.listReceipts(
      db,
      { roomKey: room.key, roomId: room.roomId },
      { viewer: sync.userId, readers },
    );
    if (content) events.push({ type: 'm.receipt', content });
  }
  const typists = deps.ephemeral.typingIn(sync.userId, room.roomId);
  if (typing || (fresh && typists.length > 0)) {
    events.push({ type: 'm.typing', content: { user_ids: [...typists] } });
  }
  const filter = sync.filter.room?.ephemeral ?? {};
  return events.filter((event) => matchesFilter({ type: event.type, content: {} }, filter));
}

async function unreadOf(deps: RoomPartDeps, db: Db, sync: SyncRequest, roomKey: RoomKey) {
  const unread = await deps.inbox.countUnread(db, sync.userId, {
    roomKey,
    readPosition: () => deps.receipts.readPosition(db, sync.userId, roomKey),
  });
  return { notification_count: unread.notifications, highlight_count: unread.highlights };
}

/** The specification's number. */
const HEROES_MAX = 5;

function summaryOf(view: RoomView, userId: string): JsonObject {
  const joined = view.membersWith('join');
  const invited = view.membersWith('invite');
  const others = [...joined, ...invited].filter((member) => member !== userId);
  const gone = [...view.membersWith('leave'), ...view.membersWith('ban')].filter(
    (member) => member !== userId,
  );
  return {
    'm.heroes': (others.length > 0 ? others : gone).slice(0, HEROES_MAX),
    'm.joined_member_count': joined.length,
    'm.invited_member_count': invited.length,
  };
}

/** What somebody outside is shown of a room they are invited to. */
const STRIPPED_TYPES = [
  'm.room.create',
  'm.room.name',
  'm.room.avatar',
  'm.room.topic',
  'm.room.join_rules',
  'm.room.canonical_alias',
  'm.room.encryption',
];

function strippedState(view: RoomView, userId: string): StrippedStateEvent[] {
  const own = view.get('m.room.member', userId);
  const inviter = own && view.get('m.room.member', own.sender);
  const state = STRIPPED_TYPES.map((type) => view.get(type, ''));
  return [...state, inviter, own].flatMap((event) =>
    event ? [toStrippedState({ ...event, state_key: event.stateKey })] : [],
  );
}
