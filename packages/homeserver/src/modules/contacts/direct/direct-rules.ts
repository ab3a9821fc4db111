import type { UserId } from '@sotto/protocol';

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
