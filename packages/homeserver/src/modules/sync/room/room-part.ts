import { allOf, andThen, type Awaitable } from '@sotto/kit';
import {
  toStrippedState,
  type JsonObject,
  type RoomId,
  type StrippedStateEvent,
} from '@sotto/protocol';
import { printHistoryToken } from '../../../tokens.ts';
import type { Db } from '../../../storage/index.ts';
import type { InboxService, RoomKey } from '../../inbox/index.ts';
import { matchesFilter, type RoomService, type RoomView } from '../../rooms/index.ts';
import type { RoomChanges } from '../changes.ts';
import type { MembersSent } from './members-sent.ts';
import type {
  EphemeralPort,
  ReceiptsPort,
  RequestsPort,
  SettingsPort,
  TypedContent,
} from '../ports.ts';
import { timelineLimitOf, type SyncRequest } from '../request.ts';
import type { JoinedRoom, LeftRoom } from '../response.ts';
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
export function readRoomPart(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
): Awaitable<RoomPart | null> {
  const { sync, roomId, changes } = request;
  const reading = readStretch(deps.rooms, db, {
    userId: sync.userId,
    roomId,
    positions: changes === null ? null : changes.positions,
    limit: timelineLimitOf(sync.filter),
    filter: sync.filter.room?.timeline ?? {},
  });
  return andThen(reading, (stretch) => {
    if (stretch?.membership !== 'join') return stretch && readOutside(deps, db, request, stretch);
    return andThen(joinedRoom(deps, db, request, stretch), (body) => ({
      section: 'join',
      body,
      stretch,
    }));
  });
}

/** A room the person is not in: invited, asking to be let in, gone. */
async function readOutside(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
  stretch: Stretch,
): Promise<RoomPart | null> {
  const { sync, roomId, changes } = request;
  const { membership } = stretch;
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

function joinedRoom(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
  stretch: Stretch,
): Awaitable<JoinedRoom> {
  const { sync, changes } = request;
  const { fresh, view, room, events } = stretch;
  const membersChanged = events.some(({ type }) => type === 'm.room.member');
  const ownReceipt = changes?.readers.has(sync.userId) ?? false;
  const showUnread = fresh || events.length > 0 || ownReceipt;
  const parts = allOf([
    timelineAndState(deps, db, request, stretch),
    ephemeralEvents(deps, db, request, stretch),
    roomSettings(deps, db, request, stretch),
    showUnread ? unreadOf(deps, db, sync, room.key) : null,
  ]);
  return andThen(parts, ([shown, ephemeral, settings, unread]) => {
    const body: { -readonly [Part in keyof JoinedRoom]: JoinedRoom[Part] } = shown;
    if (fresh || membersChanged) body.summary = summaryOf(view, sync.userId);
    if (ephemeral.length > 0) body.ephemeral = { events: ephemeral };
    if (settings.length > 0) body.account_data = { events: settings };
    if (unread) body.unread_notifications = unread;
    return body;
  });
}

function timelineAndState(
  deps: RoomPartDeps,
  db: Db,
  request: RoomPartRequest,
  stretch: Stretch,
): Awaitable<LeftRoom> {
  const { sync, changes, nextBatch } = request;
  // Whoever comes back after a gap has an older timeline, which this one does not continue.
  const isGap = changes === null && sync.since !== null;
  const { userId, deviceId, since } = sync;
  const state = readState(deps, db, stretch, {
    to: { userId, deviceId, since, roomKey: stretch.room.key },
    filter: sync.filter.room?.state ?? {},
    after: sync.stateAfter !== null,
    full: sync.fullState,
    nextBatch,
  });
  const rendered = allOf([
    deps.rooms.render(db, stretch.timeline, sync),
    andThen(state, (events) => deps.rooms.render(db, events, sync)),
  ]);
  return andThen(rendered, ([events, stateEvents]) => ({
    timeline: {
      events,
      limited: stretch.limited || isGap,
      prev_batch: printHistoryToken(stretch.start),
    },
    [sync.stateAfter ?? 'state']: { events: stateEvents },
  }));
}

function roomSettings(
  { settings }: RoomPartDeps,
  db: Db,
  { sync, changes }: RoomPartRequest,
  { fresh, room }: Stretch,
): Awaitable<readonly TypedContent[]> {
  const types = fresh ? null : [...(changes?.accountTypes ?? [])];
  if (types?.length === 0) return [];
  return settings.listRoom(db, sync.userId, { roomId: room.roomId, types });
}

function ephemeralEvents(
  deps: RoomPartDeps,
  db: Db,
  { sync, changes, typing }: RoomPartRequest,
  { room, fresh }: Stretch,
): Awaitable<readonly JsonObject[]> {
  const readers = fresh ? null : [...(changes?.readers ?? [])];
  const reading =
    readers?.length === 0
      ? null
      : deps.receipts.listReceipts(
          db,
          { roomKey: room.key, roomId: room.roomId },
          { viewer: sync.userId, readers },
        );
  if (reading === null && !typing && !fresh) return NO_EVENTS;
  return andThen(reading, (receipts) => {
    const typists = deps.ephemeral.typingIn(sync.userId, room.roomId);
    const showTyping = typing || (fresh && typists.length > 0);
    const filter = sync.filter.room?.ephemeral ?? {};
    return [
      ...(receipts ? [{ type: 'm.receipt', content: receipts }] : []),
      ...(showTyping ? [{ type: 'm.typing', content: { user_ids: [...typists] } }] : []),
    ].filter(({ type }) => matchesFilter({ type, content: {} }, filter));
  });
}

const NO_EVENTS: readonly JsonObject[] = [];

function unreadOf(deps: RoomPartDeps, db: Db, sync: SyncRequest, roomKey: RoomKey) {
  const counting = deps.inbox.countUnread(db, sync.userId, {
    roomKey,
    readPosition: () => deps.receipts.readPosition(db, sync.userId, roomKey),
  });
  return andThen(counting, ({ notifications, highlights }) => ({
    notification_count: notifications,
    highlight_count: highlights,
  }));
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
