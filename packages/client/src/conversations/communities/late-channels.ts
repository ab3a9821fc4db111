import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { ask } from '../../people/book/ask.ts';
import type { CommunityContext } from './community-context.ts';
import { childrenOf, type Child } from './read-community.ts';

export interface LateChannels {
  /** Joins channels for everybody that came after I did. */
  join(space: Room): void;
}

/**
 * Who joins a community is put into the channels for everybody by the server. Those that are added later are
 * joined here, once: who leaves one has left it.
 */
export function createLateChannels({ matrix, online }: CommunityContext): LateChannels {
  const { client, userId } = matrix;
  const tried = new Set<string>();

  function isLate({ id, suggested, sinceMs }: Child, joinedMs: number): boolean {
    return suggested && sinceMs > joinedMs && !tried.has(id) && client.getRoom(id) === null;
  }

  /** The server knows who has been in it, on whatever device. */
  async function joinUnlessLeft(channelId: string): Promise<void> {
    const path = `v1/room_summary/${encodeURIComponent(channelId)}`;
    const { membership } = await ask(client, { path });
    if (membership === undefined) await client.joinRoom(channelId);
  }

  return {
    join(space) {
      const joinedMs = space.getMember(userId)?.events.member?.getTs();
      if (joinedMs === undefined || !online.get()) return;
      for (const child of childrenOf(space)) {
        if (!isLate(child, joinedMs)) continue;
        tried.add(child.id);
        // NOTE: it stays in the list of channels one can join.
        joinUnlessLeft(child.id).catch(() => undefined);
      }
    },
  };
}
