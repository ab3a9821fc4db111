import type { Room } from 'matrix-js-sdk/lib/models/room.js';

type Content = Readonly<Record<string, unknown>>;

function stateIn(room: Room, type: string): Content {
  return room.currentState.getStateEvents(type, '')?.getContent() ?? {};
}

/** What a room's power levels say. */
export function levelsIn(room: Room): Content {
  return stateIn(room, 'm.room.power_levels');
}

/** How much somebody may do in a room; who created it may do everything. */
export function levelOf(room: Room, userId: string): number {
  const creator = room.currentState.getStateEvents('m.room.create', '')?.getSender();
  const { additional_creators: others } = stateIn(room, 'm.room.create');
  if (userId === creator || (Array.isArray(others) && others.includes(userId))) return Infinity;
  const { users, users_default: everyone } = levelsIn(room);
  // SAFETY: an object can be read by any name.
  const own = (users as Content | undefined)?.[userId] ?? everyone;
  return typeof own === 'number' ? own : 0;
}
