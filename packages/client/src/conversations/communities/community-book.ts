import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId } from '@sotto/protocol';
import { untilJoined } from '../membership.ts';
import { isSameShape } from '../same-shape.ts';
import type { Subject } from '../../observable.ts';
import { createBatcher } from '../../platform/batcher.ts';
import { outcomeOf, problemAsTold } from '../../session/problems.ts';
import type { Communities, CommunitySummary } from '../../types/index.ts';
import {
  addChannel,
  closeChannel,
  createCommunity,
  listChannels,
  listMembers,
} from './community-actions.ts';
import type { CommunityContext } from './community-context.ts';
import { createLateChannels } from './late-channels.ts';
import { readCommunity, type ListedChannel } from './read-community.ts';

export interface CommunityBook {
  readonly actions: Omit<Communities, 'all'>;
  look(): void;
  close(): void;
}

/** Keeps what is shown of communities current, and does what is asked of them. */
export function openCommunityBook(
  context: CommunityContext,
  shown: Subject<readonly CommunitySummary[]>,
): CommunityBook {
  const { matrix, platform, list } = context;
  const { client, userId: me } = matrix;
  const listed = new Map<RoomId, ListedChannel>();
  const late = createLateChannels(context);
  const batch = createBatcher(platform.schedule, read);
  const look = (): void => batch.request();

  function spaces(): readonly Room[] {
    return client
      .getRooms()
      .filter((room) => room.isSpaceRoom() && room.getMyMembership() === 'join');
  }

  function topicOf(channelId: RoomId): string | null {
    const topic: unknown = client
      .getRoom(channelId)
      ?.currentState.getStateEvents('m.room.topic', '')
      ?.getContent()['topic'];
    return typeof topic === 'string' && topic.trim() !== '' ? topic : null;
  }

  function read(): void {
    const around = {
      me,
      channels: list.channels.get(),
      conversations: list.conversations.get(),
      listed,
      topicOf,
    };
    const next = spaces()
      .map((space) => readCommunity(space, around))
      .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    if (!isSameShape(shown.get(), next)) shown.set(next);
    for (const space of spaces()) late.join(space);
  }

  async function open(id: RoomId): Promise<void> {
    read();
    const space = client.getRoom(id);
    // NOTE: without them, fewer conversations are known to be with people of it.
    const members = space?.loadMembersIfNeeded().catch(() => false);
    for (const channel of await listChannels(context, id)) listed.set(channel.id, channel);
    await members;
    read();
  }

  const stops = [
    list.channels.subscribe(look),
    list.conversations.subscribe(look),
    context.online.subscribe(look),
  ];
  read();

  return {
    look,
    actions: {
      open: (id) => outcomeOf(() => open(id), problemAsTold),
      create: (wish) =>
        outcomeOf(async () => {
          const id = await createCommunity(context, wish);
          read();
          return id;
        }, problemAsTold),
      addChannel: (id, wish) =>
        outcomeOf(async () => {
          const channelId = await addChannel(context, id, wish);
          look();
          return channelId;
        }, problemAsTold),
      closeChannel: (id, channelId) =>
        outcomeOf(() => closeChannel(context, id, channelId), problemAsTold),
      joinChannel: (channelId) =>
        outcomeOf(async () => {
          await client.joinRoom(channelId);
          await untilJoined(client, channelId);
        }, problemAsTold),
      listMembers: (id, search, from) =>
        outcomeOf(() => listMembers(context, id, { search, from }), problemAsTold),
    },
    close() {
      batch.cancel();
      for (const stop of stops) stop();
    },
  };
}
