import {
  ANNOUNCEMENT_LEVEL,
  creatorsOf,
  ROLE_LEVELS,
  SPACE_CHILD_TYPE,
  type JsonObject,
  type RoomId,
  type ServerName,
  type UserId,
} from '@sotto/protocol';
import type { Txn } from '../../storage/index.ts';
import {
  restrictedJoin,
  type Append,
  type FindView,
  type Founding,
  type RoomView,
} from '../rooms/index.ts';
import { staffOfChannel } from './community-rules.ts';
import { communityStore } from './community-store.ts';

/** A channel somebody wants. */
export interface ChannelWish {
  readonly name: string;
  readonly topic: string | null;
  readonly isAnnouncement: boolean;
  readonly isSuggested: boolean;
}

export interface ChannelPlan {
  readonly wish: ChannelWish;
  /** The community as it is when the channel is made. */
  readonly space: RoomView;
  readonly by: UserId;
  readonly serverName: ServerName;
  readonly onMade: (roomId: RoomId) => void;
  /** Its number, asked in the transaction that makes the channel. Throws a refusal if it may not be made. */
  readonly take: (txn: Txn, find: FindView) => Promise<number>;
}

const ENCRYPTION = { algorithm: 'm.megolm.v1.aes-sha2' };

/** Levels that clients which know nothing of communities read too. Reacting is not writing. */
export const SPACE_LEVELS: JsonObject = {
  events: {
    'm.room.name': ROLE_LEVELS.admin,
    'm.room.topic': ROLE_LEVELS.admin,
    'm.room.avatar': ROLE_LEVELS.admin,
    'm.room.join_rules': ROLE_LEVELS.admin,
    'm.room.power_levels': ROLE_LEVELS.admin,
    'm.room.history_visibility': ROLE_LEVELS.admin,
    'm.room.encryption': ROLE_LEVELS.owner,
    'm.room.server_acl': ROLE_LEVELS.admin,
    'm.room.tombstone': ROLE_LEVELS.owner,
    [SPACE_CHILD_TYPE]: ROLE_LEVELS.admin,
  },
  // Nothing is said in the space itself.
  events_default: ROLE_LEVELS.admin,
  invite: ROLE_LEVELS.moderator,
};

function levelsOfChannel({ wish, space }: ChannelPlan, creator: UserId): JsonObject {
  return {
    users: staffOfChannel(space, [creator]),
    events: {
      'm.room.name': ROLE_LEVELS.admin,
      'm.room.topic': ROLE_LEVELS.admin,
      'm.room.avatar': ROLE_LEVELS.admin,
      'm.room.join_rules': ROLE_LEVELS.owner,
      'm.room.power_levels': ROLE_LEVELS.admin,
      'm.room.history_visibility': ROLE_LEVELS.admin,
      'm.room.encryption': ROLE_LEVELS.owner,
      'm.room.server_acl': ROLE_LEVELS.admin,
      'm.room.tombstone': ROLE_LEVELS.owner,
      'm.space.parent': ROLE_LEVELS.owner,
      'm.room.pinned_events': ROLE_LEVELS.moderator,
      'm.reaction': ROLE_LEVELS.member,
      'm.room.redaction': ROLE_LEVELS.member,
    },
    events_default: wish.isAnnouncement ? ANNOUNCEMENT_LEVEL : ROLE_LEVELS.member,
  };
}

/** The channel's room, its place in the community, and its staff in it: all of it or nothing. */
export function foundingOfChannel(plan: ChannelPlan, creator: UserId): Founding {
  const { wish, space, by, serverName } = plan;
  const communityId = space.head.roomId;
  let number = 0;
  return {
    name: wish.name,
    topic: wish.topic,
    creationContent: {},
    community: communityId,
    powerLevels: levelsOfChannel(plan, creator),
    initialState: [
      {
        type: 'm.room.join_rules',
        stateKey: '',
        content: {
          join_rule: 'restricted',
          allow: [{ type: 'm.room_membership', room_id: communityId }],
        },
      },
      { type: 'm.room.encryption', stateKey: '', content: ENCRYPTION },
      // Nobody gives a newcomer the keys of what was said before.
      {
        type: 'm.room.history_visibility',
        stateKey: '',
        content: { history_visibility: 'joined' },
      },
      {
        type: 'm.space.parent',
        stateKey: communityId,
        content: { via: [serverName], canonical: true },
      },
    ],
    async alongside(txn, { roomId }, find) {
      number = await plan.take(txn, find);
      const channel = { roomId, number, isSuggested: wish.isSuggested, isClosed: false };
      await communityStore.addChannel(txn, communityId, channel);
      plan.onMade(roomId);
    },
    async follow(_txn, { roomId }) {
      const staff = space.membersWith('join').filter((userId) => isStaffOf(space, userId));
      return [
        [childAppend(plan, roomId, number)],
        ...staff.map((userId) => [joinAppend(roomId, userId, profileIn(space, userId))]),
      ];
    },
  };

  function isStaffOf(room: RoomView, userId: UserId): boolean {
    return userId === by || Object.hasOwn(staffOfChannel(room, []), userId);
  }
}

function childAppend(
  { wish, space, by, serverName }: ChannelPlan,
  channelId: RoomId,
  number: number,
): Append {
  const content = {
    via: [serverName],
    order: String(number).padStart(4, '0'),
    ...(wish.isSuggested && { suggested: true }),
  };
  return {
    roomId: space.head.roomId,
    plan: () => [{ type: SPACE_CHILD_TYPE, stateKey: channelId, sender: by, content }],
  };
}

/** Puts somebody of the community into one of its channels, unless they are in it or banned from it. */
export function joinAppend(channelId: RoomId, userId: UserId, profile: JsonObject): Append {
  return {
    roomId: channelId,
    plan(room) {
      const membership = room?.membershipOf(userId);
      if (!room || membership === 'join' || membership === 'ban') return [];
      const content = { membership: 'join', ...profile, ...restrictedJoin(room, userId) };
      return [{ type: 'm.room.member', stateKey: userId, sender: userId, content }];
    },
  };
}

/** Name and photo as they stand in the membership of one room, for another. */
export function profileIn(room: RoomView, userId: UserId): JsonObject {
  const { displayname, avatar_url: avatar } = room.get('m.room.member', userId)?.content ?? {};
  return {
    ...(displayname !== undefined && { displayname }),
    ...(avatar !== undefined && { avatar_url: avatar }),
  };
}

/** Carries the roles of the community into a channel. */
export function rolesAppend(
  channelId: RoomId,
  space: RoomView,
  senderIn: (channel: RoomView) => UserId | null,
): Append {
  return {
    roomId: channelId,
    plan(channel) {
      const current = channel?.get('m.room.power_levels', '')?.content;
      const sender = channel && senderIn(channel);
      if (!channel || !current || !sender) return [];
      const users = staffOfChannel(space, creatorsOf(channel));
      if (JSON.stringify(users) === JSON.stringify(current['users'] ?? {})) return [];
      return [
        { type: 'm.room.power_levels', stateKey: '', sender, content: { ...current, users } },
      ];
    },
  };
}
