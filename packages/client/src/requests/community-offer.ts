import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { Matrix } from '../matrix/matrix.ts';
import { ask, numberOf, textOf } from '../people/book/ask.ts';
import type { CommunityOffer } from '../types/index.ts';

/** What a community says beside what a group does; null for what is none. */
export function readCommunityOffer(room: Room, channelCount: number | null): CommunityOffer | null {
  if (!room.isSpaceRoom()) return null;
  const rules = room.currentState.getStateEvents('m.room.join_rules', '')?.getContent() ?? {};
  return { approval: textOf(rules['join_rule']) === 'knock', channelCount };
}

/** See `docs/reference/conversations/communities.md`. Null where the server does not tell. */
export async function fetchChannelCount(
  { client }: Pick<Matrix, 'client'>,
  roomId: string,
): Promise<number | null> {
  const summary = await ask(client, { path: `v1/room_summary/${encodeURIComponent(roomId)}` });
  return numberOf(summary['app.sotto.channels']);
}
