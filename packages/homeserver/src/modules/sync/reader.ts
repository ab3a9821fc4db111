import { allOf, andThen, isPending, type Awaitable } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { printSyncToken } from '../../tokens.ts';
import type { Db } from '../../storage/index.ts';
import { matchesFilter, PRESENCE_MEMBERS_MAX } from '../rooms/index.ts';
import { TO_DEVICE_PER_RESPONSE_MAX } from './changes.ts';
import { readDeviceLists, type DeviceLists } from './device-lists.ts';
import { planChanges, planWhole, type Plan, type PlannedRoom } from './plan.ts';
import type { EphemeralChanges, KeysPort, TypedContent } from './ports.ts';
import { wantsRoom, type SyncRequest } from './request.ts';
import type { RoomSections, SyncResponse } from './response.ts';
import { membersOf, type Stretch } from './room/stretch.ts';
import { readRoomPart, type RoomPart, type RoomPartDeps } from './room/room-part.ts';

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

const PRESENCE_PER_RESPONSE_MAX = 500;

/** One response out of the inbox log: everything after `since`, or everything there is. */
export function readSync(deps: ReaderDeps, db: Db, sync: SyncRequest): Awaitable<Read> {
  return andThen(deps.inbox.getHead(db, sync.userId), ({ head, compacted }) => {
    const { since } = sync;
    const isGap = since !== null && (since < compacted || since > head);
    const ephemeral = deps.ephemeral.drain(sync.userId, sync.deviceId, since);
    if (since === head && !sync.fullState && isQuiet(ephemeral))
      return { upTo: head, isEmpty: true, body: {} };

    const plan =
      since === null || isGap
        ? planWhole(deps, db, sync, { head, isGap, ephemeral })
        : planChanges(deps, db, sync, { since, head, ephemeral });
    return andThen(plan, (planned) => respond(deps, db, sync, planned));
  });
}

function respond(deps: ReaderDeps, db: Db, sync: SyncRequest, plan: Plan): Awaitable<Read> {
  return andThen(readParts(deps, db, sync, plan), (parts) => {
    const others = allOf([
      globalSettings(deps, db, sync, plan),
      plan.hasToDevice
        ? toDeviceEvents(deps, db, sync, plan.upTo)
        : { events: [], upTo: plan.upTo },
      deviceLists(deps, db, sync, { plan, parts }),
    ]);
    return andThen(others, ([settings, toDevice, lists]) =>
      readOf(deps, sync, plan, { parts, settings, toDevice, lists }),
    );
  });
}

function readParts(
  deps: ReaderDeps,
  db: Db,
  sync: SyncRequest,
  plan: Plan,
): Awaitable<readonly RoomPart[]> {
  const read = ({ roomId, changes }: PlannedRoom): Awaitable<RoomPart | null> => {
    if (!wantsRoom(sync.filter, roomId)) return null;
    const typing = plan.ephemeral.typingRooms.includes(roomId);
    return readRoomPart(deps, db, { sync, roomId, changes, typing, nextBatch: plan.upTo });
  };
  const [only] = plan.rooms;
  if (!only || plan.rooms.length > 1) return readInTurn(plan.rooms, read);
  return andThen(read(only), (part) => (part ? [part] : []));
}

/** A first sync of a thousand rooms does not hold what is read of all of them at once. */
async function readInTurn(
  rooms: readonly PlannedRoom[],
  read: (room: PlannedRoom) => Awaitable<RoomPart | null>,
): Promise<readonly RoomPart[]> {
  const parts: RoomPart[] = [];
  for (const room of rooms) {
    const reading = read(room);
    const part = isPending(reading) ? await reading : reading;
    if (part) parts.push(part);
  }
  return parts;
}

function readOf(
  deps: ReaderDeps,
  sync: SyncRequest,
  plan: Plan,
  found: {
    readonly parts: readonly RoomPart[];
    readonly settings: readonly TypedContent[];
    readonly toDevice: Awaited<ReturnType<typeof toDeviceEvents>>;
    readonly lists: DeviceLists | null;
  },
): Read {
  const { parts, settings, toDevice, lists } = found;
  const presence = presenceEvents(deps, sync, [
    ...plan.ephemeral.presenceUsers,
    ...newcomersIn(parts.map(({ stretch }) => stretch)),
  ]);
  const body: { -readonly [Part in keyof Read['body']]: Read['body'][Part] } = {};
  if (parts.length > 0) body.rooms = sectionsOf(parts);
  if (settings.length > 0) body.account_data = { events: settings };
  if (toDevice.events.length > 0) body.to_device = { events: toDevice.events };
  if (lists) body.device_lists = lists;
  if (presence.length > 0) body.presence = { events: presence };
  const upTo = Math.min(plan.upTo, toDevice.upTo);
  return { upTo, isEmpty: Object.keys(body).length === 0, body };
}

function sectionsOf(parts: readonly RoomPart[]): Partial<RoomSections> {
  const sections: { [Section in RoomPart['section']]?: Record<string, unknown> } = {};
  for (const { section, body, stretch } of parts) {
    const rooms = (sections[section] ??= {});
    rooms[stretch.room.roomId] = body;
  }
  // SAFETY: each part says which section its body is for.
  return sections as Partial<RoomSections>;
}

function isQuiet({ typingRooms, presenceUsers, isFresh }: EphemeralChanges): boolean {
  return !isFresh && typingRooms.length === 0 && presenceUsers.length === 0;
}

function globalSettings(
  deps: ReaderDeps,
  db: Db,
  sync: SyncRequest,
  { globalTypes }: Plan,
): Awaitable<readonly TypedContent[]> {
  if (globalTypes?.length === 0) return [];
  return deps.settings
    .listGlobal(db, sync.userId, globalTypes)
    .then((settings) =>
      settings.filter((setting) => matchesFilter(setting, sync.filter.account_data ?? {})),
    );
}

/** On a first sync the whole queue is looked at; the token then stops at the hundredth message. */
async function toDeviceEvents(deps: ReaderDeps, db: Db, sync: SyncRequest, upTo: number) {
  const after = sync.since !== null && sync.since <= upTo ? sync.since : 0;
  const range = { after, upTo, limit: TO_DEVICE_PER_RESPONSE_MAX };
  const messages = await deps.keys.listToDevice(db, sync, range);
  const last = messages.length === range.limit ? messages.at(-1) : undefined;
  return { events: messages.map(({ event }) => event), upTo: last?.seq ?? upTo };
}

function deviceLists(
  deps: ReaderDeps,
  db: Db,
  { userId, since }: SyncRequest,
  { plan, parts }: { readonly plan: Plan; readonly parts: readonly RoomPart[] },
): Awaitable<DeviceLists | null> {
  // A client that starts from nothing asks for everyone's devices anyway.
  if (since === null) return null;
  const stretches = parts.map(({ stretch }) => stretch);
  return readDeviceLists(deps.rooms, db, { userId, changed: plan.devicesChanged, stretches });
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
export function endingOf(
  deps: ReaderDeps,
  { userId, deviceId }: Pick<SyncRequest, 'userId' | 'deviceId'>,
  upTo: number,
) {
  return andThen(deps.keys.countOneTimeKeys(userId, deviceId), ({ counts, unusedFallback }) => ({
    next_batch: printSyncToken(upTo),
    device_one_time_keys_count: counts,
    device_unused_fallback_key_types: unusedFallback,
    'org.matrix.msc2732.device_unused_fallback_key_types': unusedFallback,
  }));
}
