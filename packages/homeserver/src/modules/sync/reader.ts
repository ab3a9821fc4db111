import type { RoomId, UserId } from '@sotto/protocol';
import { printSyncToken } from '../../tokens.ts';
import type { Db } from '../../storage/index.ts';
import { matchesFilter, PRESENCE_MEMBERS_MAX } from '../rooms/index.ts';
import { collectChanges, TO_DEVICE_PER_RESPONSE_MAX, type Changes } from './changes.ts';
import { readDeviceLists } from './device-lists.ts';
import type { EphemeralChanges, KeysPort } from './ports.ts';
import { wantsRoom, type SyncRequest } from './request.ts';
import type { SyncResponse } from './response.ts';
import { membersOf, type Stretch } from './stretch.ts';
import { readRoomPart, type RoomPart, type RoomPartDeps } from './room-part.ts';

export interface ReaderDeps extends RoomPartDeps {
  readonly keys: KeysPort;
}

export interface Read {
  readonly upTo: number;
  /** Nothing in it that a client waits for. */
  readonly isEmpty: boolean;
  /** Complete but for what every response says at its end. */
  readonly body: Omit<SyncResponse, keyof Ending>;
}

/** A stretch longer than this is answered in several responses. */
const ENTRIES_PER_RESPONSE_MAX = 1_000;
const PRESENCE_PER_RESPONSE_MAX = 500;

interface Plan {
  readonly upTo: number;
  /** Rooms to tell about, and what changed there; null to tell all. */
  readonly rooms: readonly {
    roomId: RoomId;
    changes: Changes['rooms'] extends ReadonlyMap<unknown, infer C> ? C | null : never;
  }[];
  readonly globalTypes: readonly string[] | null;
  readonly devicesChanged: Changes['devicesChanged'];
  readonly hasToDevice: boolean;
  readonly ephemeral: EphemeralChanges;
}

/** One response out of the inbox log: everything after `since`, or everything there is. */
export async function readSync(deps: ReaderDeps, db: Db, sync: SyncRequest): Promise<Read> {
  const { head, compacted } = await deps.inbox.getHead(db, sync.userId);
  const { since } = sync;
  const isGap = since !== null && (since < compacted || since > head);
  const ephemeral = deps.ephemeral.drain(sync.userId, sync.deviceId, since);
  if (since === head && !sync.fullState && isQuiet(ephemeral))
    return { upTo: head, isEmpty: true, body: {} };

  const plan =
    since === null || isGap
      ? await planWhole(deps, db, sync, { head, isGap, ephemeral })
      : await planChanges(deps, db, sync, { since, head, ephemeral });
  return respond(deps, db, sync, plan);
}

async function planWhole(
  deps: ReaderDeps,
  db: Db,
  sync: SyncRequest,
  { head, isGap, ephemeral }: { head: number; isGap: boolean; ephemeral: EphemeralChanges },
): Promise<Plan> {
  const all = await deps.rooms.listRoomsOf(db, sync.userId);
  // After a gap the client still has rooms that were left meanwhile, so it is told of those too.
  const withLeft = isGap || (sync.filter.room?.include_leave ?? false);
  const shown = all.filter(({ membership, forgotten }) => {
    if (membership === 'leave' || membership === 'ban') return withLeft && !forgotten;
    return true;
  });
  return {
    upTo: head,
    rooms: shown.map(({ roomId }) => ({ roomId, changes: null })),
    globalTypes: null,
    devicesChanged: new Set(
      isGap ? [sync.userId, ...(await deps.rooms.sharers(db, sync.userId))] : [],
    ),
    hasToDevice: true,
    ephemeral: await withEverybody(deps, db, sync, ephemeral),
  };
}

async function withEverybody(
  deps: ReaderDeps,
  db: Db,
  { userId }: SyncRequest,
  ephemeral: EphemeralChanges,
): Promise<EphemeralChanges> {
  const contacts = await deps.rooms.contacts(db, userId);
  return { ...ephemeral, presenceUsers: [userId, ...contacts] };
}

async function planChanges(
  deps: ReaderDeps,
  db: Db,
  sync: SyncRequest,
  { since, head, ephemeral }: { since: number; head: number; ephemeral: EphemeralChanges },
): Promise<Plan> {
  const range = { after: since, upTo: head, limit: ENTRIES_PER_RESPONSE_MAX };
  const entries = await deps.inbox.listEntries(db, sync.userId, range);
  const end = entries.length === range.limit ? (entries.at(-1)?.seq ?? head) : head;
  const changes = collectChanges(entries, sync.deviceId, end);

  const rooms = new Map<RoomId, Plan['rooms'][number]>();
  for (const [roomKey, roomChanges] of changes.rooms) {
    const roomId = await deps.rooms.getRoomId(db, roomKey);
    rooms.set(roomId, { roomId, changes: roomChanges });
  }
  const unchanged = { positions: [], readers: new Set<never>(), accountTypes: new Set<string>() };
  for (const roomId of ephemeral.typingRooms) {
    if (!rooms.has(roomId)) rooms.set(roomId, { roomId, changes: unchanged });
  }
  if (sync.fullState) {
    for (const { roomId, membership } of await deps.rooms.listRoomsOf(db, sync.userId)) {
      if (membership === 'join' && !rooms.has(roomId))
        rooms.set(roomId, { roomId, changes: unchanged });
    }
  }
  return {
    upTo: changes.upTo,
    rooms: [...rooms.values()],
    globalTypes: [...changes.globalTypes],
    devicesChanged: changes.devicesChanged,
    hasToDevice: changes.hasToDevice,
    ephemeral: ephemeral.isFresh ? await withEverybody(deps, db, sync, ephemeral) : ephemeral,
  };
}

async function respond(deps: ReaderDeps, db: Db, sync: SyncRequest, plan: Plan): Promise<Read> {
  const typing = new Set(plan.ephemeral.typingRooms);
  const parts: { roomId: RoomId; part: RoomPart }[] = [];
  for (const { roomId, changes } of plan.rooms) {
    if (!wantsRoom(sync.filter, roomId)) continue;
    const request = { sync, roomId, changes, typing: typing.has(roomId), nextBatch: plan.upTo };
    const part = await readRoomPart(deps, db, request);
    if (part) parts.push({ roomId, part });
  }
  const rooms = Object.fromEntries(
    (['join', 'invite', 'knock', 'leave'] as const).flatMap((section) => {
      const inSection = parts.filter(({ part }) => part.section === section);
      const bodies = inSection.map(({ roomId, part }) => [roomId, part.body]);
      return bodies.length > 0 ? [[section, Object.fromEntries(bodies)]] : [];
    }),
  );
  const settings = await globalSettings(deps, db, sync, plan);
  const toDevice = plan.hasToDevice
    ? await toDeviceEvents(deps, db, sync, plan.upTo)
    : { events: [], upTo: plan.upTo };
  const stretches = parts.map(({ part }) => part.stretch);
  const lists = await deviceLists(deps, db, sync, { ...plan, stretches });
  const presence = presenceEvents(deps, sync, [
    ...plan.ephemeral.presenceUsers,
    ...newcomersIn(stretches),
  ]);
  const body = {
    ...(parts.length > 0 && { rooms }),
    ...(settings.length > 0 && { account_data: { events: settings } }),
    ...(toDevice.events.length > 0 && { to_device: { events: toDevice.events } }),
    ...(lists && { device_lists: lists }),
    ...(presence.length > 0 && { presence: { events: presence } }),
  };
  const upTo = Math.min(plan.upTo, toDevice.upTo);
  return { upTo, isEmpty: Object.keys(body).length === 0, body };
}

function isQuiet({ typingRooms, presenceUsers, isFresh }: EphemeralChanges): boolean {
  return !isFresh && typingRooms.length === 0 && presenceUsers.length === 0;
}

async function globalSettings(deps: ReaderDeps, db: Db, sync: SyncRequest, { globalTypes }: Plan) {
  if (globalTypes?.length === 0) return [];
  const settings = await deps.settings.listGlobal(db, sync.userId, globalTypes);
  return settings.filter((setting) => matchesFilter(setting, sync.filter.account_data ?? {}));
}

/** On a first sync the whole queue is looked at; the token then stops at the hundredth message. */
async function toDeviceEvents(deps: ReaderDeps, db: Db, sync: SyncRequest, upTo: number) {
  const after = sync.since !== null && sync.since <= upTo ? sync.since : 0;
  const range = { after, upTo, limit: TO_DEVICE_PER_RESPONSE_MAX };
  const messages = await deps.keys.listToDevice(db, sync, range);
  const last = messages.length === range.limit ? messages.at(-1) : undefined;
  return { events: messages.map(({ event }) => event), upTo: last?.seq ?? upTo };
}

async function deviceLists(
  deps: ReaderDeps,
  db: Db,
  sync: SyncRequest,
  at: { devicesChanged: Plan['devicesChanged']; stretches: RoomPart['stretch'][] },
) {
  // A client that starts from nothing asks for everyone's devices anyway.
  if (sync.since === null) return null;
  return readDeviceLists(deps.rooms, db, {
    userId: sync.userId,
    changed: at.devicesChanged,
    stretches: at.stretches,
  });
}

/** People whose presence one may see from now on: it did not change, so nothing else tells of it. */
function newcomersIn(stretches: readonly Stretch[]): UserId[] {
  return stretches.flatMap((stretch) => {
    if (stretch.membership !== 'join') return [];
    if (stretch.view.membersWith('join').length > PRESENCE_MEMBERS_MAX) return [];
    if (stretch.fresh) return stretch.view.membersWith('join');
    return membersOf(stretch, ['join']);
  });
}

function presenceEvents(deps: ReaderDeps, sync: SyncRequest, presenceUsers: readonly UserId[]) {
  if (presenceUsers.length === 0) return [];
  const filter = sync.filter.presence ?? {};
  const people = [...new Set(presenceUsers)].slice(0, PRESENCE_PER_RESPONSE_MAX);
  return people.flatMap((sender) => {
    const content = deps.ephemeral.presenceOf(sync.userId, sender);
    const event = content && { type: 'm.presence', sender, content };
    return event && matchesFilter(event, filter) ? [event] : [];
  });
}

type Ending = Awaited<ReturnType<typeof endingOf>>;

/** What every response says, new or not; not worth finding out while there is nothing to respond. */
export async function endingOf(
  deps: ReaderDeps,
  { userId, deviceId }: Pick<SyncRequest, 'userId' | 'deviceId'>,
  upTo: number,
) {
  const { counts, unusedFallback } = await deps.keys.countOneTimeKeys(userId, deviceId);
  return {
    next_batch: printSyncToken(upTo),
    device_one_time_keys_count: counts,
    device_unused_fallback_key_types: unusedFallback,
    'org.matrix.msc2732.device_unused_fallback_key_types': unusedFallback,
  };
}
