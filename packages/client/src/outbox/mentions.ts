import type { Room } from 'matrix-js-sdk/lib/models/room.js';

/**
 * Whom a text names by username: `@mira`, of those who are there. They are told even where they muted.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#user-and-room-mentions
 */
export function mentionedIn(text: string, room: Pick<Room, 'getJoinedMembers'>): string[] {
  const names = new Set(text.toLowerCase().match(/(?<![\w@.])@[a-z0-9._=/+-]+/gu));
  return room
    .getJoinedMembers()
    .map(({ userId }) => userId)
    .filter((userId) => {
      const name = userId.slice(0, userId.indexOf(':')).toLowerCase();
      // A full stop may end the sentence rather than belong to the name.
      return names.has(userId) || [...names].some((one) => one.replace(/[.]+$/u, '') === name);
    });
}
