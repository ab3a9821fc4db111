import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import { MEMBERS_ADDED_MAX, type HistoryChoice, type RoomId, type UserId } from '@sotto/protocol';
import type { Matrix } from '../../matrix/matrix.ts';
import { ask, sottoPath } from '../../people/book/ask.ts';
import { shareHistory } from '../keys/share-history.ts';

/** Adds people in the largest numbers the server takes, each with the keys of what they may read. */
export async function addPeople(
  matrix: Matrix,
  roomId: RoomId,
  { userIds, history }: { userIds: readonly UserId[]; history: HistoryChoice },
): Promise<void> {
  for (let from = 0; from < userIds.length; from += MEMBERS_ADDED_MAX) {
    const added = userIds.slice(from, from + MEMBERS_ADDED_MAX);
    await shareHistory(matrix, { roomId, userIds: added, history });
    await ask(matrix.client, {
      method: Method.Post,
      path: sottoPath('rooms', roomId, 'members'),
      body: { user_ids: added, history },
    });
  }
}
