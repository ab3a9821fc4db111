import { allOf, andThen, type Awaitable } from '@sotto/kit';
import type { RoomId } from '@sotto/protocol';
import type { Db } from '../../storage/index.ts';
import type { InboxService } from '../inbox/index.ts';
import type { RoomService } from '../rooms/index.ts';
import { collectChanges, type Changes, type RoomChanges } from './changes.ts';
import type { EphemeralChanges } from './ports.ts';
import type { SyncRequest } from './request.ts';

export interface PlanDeps {
  readonly inbox: InboxService;
  readonly rooms: RoomService;
}

/** What one response is to tell of. */
export interface Plan {
  readonly upTo: number;
  readonly rooms: readonly PlannedRoom[];
  /** Null for all. */
  readonly globalTypes: readonly string[] | null;
  readonly devicesChanged: Changes['devicesChanged'];
  readonly hasToDevice: boolean;
  readonly ephemeral: EphemeralChanges;
}

export interface PlannedRoom {
  readonly roomId: RoomId;
  /** What changed there; null to tell all. */
  readonly changes: RoomChanges | null;
}

/** A stretch longer than this is answered in several responses. */
const ENTRIES_PER_RESPONSE_MAX = 1_000;

/** For a client that has nothing, or not everything since its token. */
export async function planWhole(
  deps: PlanDeps,
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

/** For a client that has everything up to its token. */
export function planChanges(
  deps: PlanDeps,
  db: Db,
  sync: SyncRequest,
  { since, head, ephemeral }: { since: number; head: number; ephemeral: EphemeralChanges },
): Awaitable<Plan> {
  const range = { after: since, upTo: head, limit: ENTRIES_PER_RESPONSE_MAX };
  return andThen(deps.inbox.listEntries(db, sync.userId, range), (entries) => {
    const end = entries.length === range.limit ? (entries.at(-1)?.seq ?? head) : head;
    const changes = collectChanges(entries, sync.deviceId, end);
    const named = Array.from(changes.rooms, ([roomKey, roomChanges]) =>
      andThen(deps.rooms.getRoomId(db, roomKey), (roomId) => ({ roomId, changes: roomChanges })),
    );
    return andThen(allOf(named), (rooms) => {
      const isLoggedOnly =
        ephemeral.typingRooms.length === 0 && !ephemeral.isFresh && !sync.fullState;
      const logged = planOf(changes, { rooms, ephemeral });
      return isLoggedOnly ? logged : planMore(deps, db, sync, logged);
    });
  });
}

function planOf(changes: Changes, rest: Pick<Plan, 'rooms' | 'ephemeral'>): Plan {
  return {
    upTo: changes.upTo,
    rooms: rest.rooms,
    globalTypes: changes.globalTypes.size === 0 ? NO_TYPES : [...changes.globalTypes],
    devicesChanged: changes.devicesChanged,
    hasToDevice: changes.hasToDevice,
    ephemeral: rest.ephemeral,
  };
}

const NO_TYPES: readonly string[] = [];

/** Beside what the log says: where somebody types, rooms whose state is wanted, everybody's presence. */
async function planMore(deps: PlanDeps, db: Db, sync: SyncRequest, logged: Plan): Promise<Plan> {
  const { ephemeral } = logged;
  const rooms = new Map(logged.rooms.map((room) => [room.roomId, room]));
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
    ...logged,
    rooms: [...rooms.values()],
    ephemeral: ephemeral.isFresh ? await withEverybody(deps, db, sync, ephemeral) : ephemeral,
  };
}

async function withEverybody(
  deps: PlanDeps,
  db: Db,
  { userId }: SyncRequest,
  ephemeral: EphemeralChanges,
): Promise<EphemeralChanges> {
  const contacts = await deps.rooms.contacts(db, userId);
  return { ...ephemeral, presenceUsers: [userId, ...contacts] };
}
