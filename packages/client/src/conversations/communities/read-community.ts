import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { GroupRole, RoomId } from '@sotto/protocol';
import { levelOf } from './levels.ts';
import { safeName } from '../../people/safe-name.ts';
import { textOf } from '../../people/book/ask.ts';
import type { ChannelSummary, CommunitySummary, ConversationSummary } from '../../types/index.ts';

/** A channel as the server tells of it to who is not in it. */
export type ListedChannel = Pick<ChannelSummary, 'id' | 'name' | 'topic' | 'announcement'>;

export interface Surroundings {
  readonly me: string;
  readonly channels: readonly ConversationSummary[];
  readonly conversations: readonly ConversationSummary[];
  /** Channels one could join, by id. */
  readonly listed: ReadonlyMap<RoomId, ListedChannel>;
  readonly topicOf: (channel: RoomId) => string | null;
}

/** As `docs/reference/conversations/groups.md` has them. */
const ROLES: readonly (readonly [GroupRole, number])[] = [
  ['owner', 150],
  ['admin', 100],
  ['moderator', 50],
];

function stateText(room: Room, type: string, field: string): string {
  return textOf(room.currentState.getStateEvents(type, '')?.getContent()[field]).trim();
}

function roleOf(room: Room, userId: string): GroupRole {
  const level = levelOf(room, userId);
  return ROLES.find(([, least]) => level >= least)?.[0] ?? 'member';
}

export interface Child {
  readonly id: RoomId;
  readonly order: string;
  readonly suggested: boolean;
  /** When the community took it up. */
  readonly sinceMs: number;
}

/** The rooms a space names, in its order: by `order`, then by age. */
export function childrenOf(space: Room): readonly Child[] {
  return space.currentState
    .getStateEvents('m.space.child')
    .flatMap((event) => {
      const { via, order, suggested } = event.getContent();
      const id = event.getStateKey();
      if (!id || !Array.isArray(via) || via.length === 0) return [];
      return [
        {
          // SAFETY: the server names rooms by their id.
          id: id as RoomId,
          order: textOf(order),
          suggested: suggested === true,
          sinceMs: event.getTs(),
        },
      ];
    })
    .toSorted((a, b) => {
      if (a.order === b.order) return a.sinceMs - b.sinceMs;
      if (a.order === '') return 1;
      return b.order === '' || a.order < b.order ? -1 : 1;
    });
}

function channelsOf(space: Room, around: Surroundings): readonly ChannelSummary[] {
  const id = space.roomId;
  const joined = new Map(
    around.channels.filter(({ channel }) => channel?.community === id).map((one) => [one.id, one]),
  );
  const named = childrenOf(space).map((child) => child.id);
  // Closed channels are the community's no more, and can still be read by who was in them.
  const closed = [...joined.keys()].filter((channelId) => !named.includes(channelId)).toSorted();
  return [...named, ...closed].flatMap((channelId): ChannelSummary[] => {
    const mine = joined.get(channelId);
    if (mine) {
      return [
        {
          id: channelId,
          name: mine.title,
          topic: around.topicOf(channelId),
          announcement: mine.channel?.announcement ?? false,
          closed: mine.channel?.closed ?? false,
          joined: true,
          unreadCount: mine.unreadCount,
        },
      ];
    }
    const listed = around.listed.get(channelId);
    return listed ? [{ ...listed, closed: false, joined: false, unreadCount: 0 }] : [];
  });
}

/** What a community is, as far as it is known here. */
export function readCommunity(space: Room, around: Surroundings): CommunitySummary {
  const channels = channelsOf(space, around);
  const topic = stateText(space, 'm.room.topic', 'topic');
  return {
    // SAFETY: a room's id is what the server names it by.
    id: space.roomId as RoomId,
    name: safeName(stateText(space, 'm.room.name', 'name')) || 'Community',
    topic: topic === '' ? null : topic,
    avatar: space.getMxcAvatarUrl(),
    memberCount: space.getJoinedMemberCount(),
    myRole: roleOf(space, around.me),
    approval: stateText(space, 'm.room.join_rules', 'join_rule') === 'knock',
    unreadCount: channels.reduce((sum, { unreadCount }) => sum + unreadCount, 0),
    channels,
    directs: around.conversations.flatMap(({ id, person }) =>
      person && space.getMember(person.userId)?.membership === 'join' ? [id] : [],
    ),
  };
}
