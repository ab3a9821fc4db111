import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId } from '@sotto/protocol';
import type { ChannelFacts } from '../../types/index.ts';
import { levelOf, levelsIn } from './levels.ts';

/** As `docs/reference/conversations/communities.md` has them. */
const COMMUNITY_FIELD = 'app.sotto.community';
const ANNOUNCEMENT_LEVEL = 50;
const CLOSED_LEVEL = 150;

/** What a room is in its community; null for what is no channel. */
export function channelFacts(room: Room, me: string): ChannelFacts | null {
  const create = room.currentState.getStateEvents('m.room.create', '');
  const community: unknown = create?.getContent()[COMMUNITY_FIELD];
  if (typeof community !== 'string') return null;
  const { events_default: toWrite = 0 } = levelsIn(room);
  const level = typeof toWrite === 'number' ? toWrite : 0;
  return {
    // SAFETY: the server lets no other rooms say so.
    community: community as RoomId,
    announcement: level >= ANNOUNCEMENT_LEVEL,
    closed: level >= CLOSED_LEVEL,
    mayWrite: level < CLOSED_LEVEL && levelOf(room, me) >= level,
  };
}
