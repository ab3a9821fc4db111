import { isUserId, type UserId } from '@sotto/protocol';

/** `m.direct`: whom each of a person's direct conversations is with. */
export type DirectRooms = Readonly<Record<string, readonly string[]>>;

/** The people of a conversation as one text, the same whoever asks and in whatever order. */
export function peopleOf(caller: UserId, others: readonly UserId[]): readonly UserId[] {
  return [...new Set([caller, ...others])].sort();
}

/**
 * Adds a room under each of the people it is with. Keeps what other clients wrote; what is not in the
 * specified form is left alone.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#mdirect
 */
export function withDirectRoom(
  current: Readonly<Record<string, unknown>>,
  roomId: string,
  others: readonly UserId[],
): DirectRooms {
  const next = new Map(Object.entries(current));
  for (const userId of others) {
    const known = next.get(userId);
    const rooms = Array.isArray(known) ? known : [];
    if (!rooms.includes(roomId)) next.set(userId, [...rooms, roomId]);
  }
  // SAFETY: each value is either what the account data held, or a list made here.
  return Object.fromEntries(next) as DirectRooms;
}

/** Takes a room off the list, whoever it stands under. Null if it is not on it. */
export function withoutDirectRoom(
  current: Readonly<Record<string, unknown>>,
  roomId: string,
): DirectRooms | null {
  const holds = (rooms: unknown): rooms is unknown[] =>
    Array.isArray(rooms) && rooms.includes(roomId);
  if (!Object.values(current).some(holds)) return null;
  const next = Object.entries(current).map(([userId, rooms]) => {
    return [userId, holds(rooms) ? rooms.filter((room) => room !== roomId) : rooms];
  });
  // SAFETY: each value is either what the account data held, or a list made here.
  return Object.fromEntries(next) as DirectRooms;
}

/** Everybody who has ever been in a room or asked into it, in the order of `peopleOf`. */
export function everIn(
  state: Iterable<{ readonly type: string; readonly stateKey: string }>,
): readonly UserId[] {
  const members = [...state].filter(({ type }) => type === 'm.room.member');
  return members
    .map(({ stateKey }) => stateKey)
    .filter(isUserId)
    .sort();
}
