import { creatorsOf, ROLE_LEVELS, type RoomId } from '@sotto/protocol';
import type { Txn } from '../../../storage/index.ts';
import type { Admission, Draft, FindView, RoomGate, RoomView } from '../../rooms/index.ts';
import {
  communityOf,
  isClosed,
  isSameStaff,
  isSpace,
  staffOfChannel,
  writtenStaff,
} from '../community-rules.ts';
import { communityStore } from '../community-store.ts';
import { refuse } from '../errors.ts';
import { followCommunity } from './cascade.ts';
import { checkRestrictedJoins } from './restricted-joins.ts';

const COMING: ReadonlySet<unknown> = new Set(['join', 'invite', 'knock']);

/**
 * Stands before every append: nobody is in a channel who is not in its community, roles are the community's,
 * and what happens to somebody in a community happens to them in its channels in the same transaction.
 */
export function createCommunityGate({ peopleMax }: { readonly peopleMax: number }): RoomGate {
  return {
    async admit(txn, room, drafts, find) {
      if (!room || !drafts.some(isConcern)) return null;
      await checkRestrictedJoins(room, drafts, find);
      const communityId = communityOf(room);
      if (communityId !== null) {
        await checkChannel(txn, { channel: room, communityId, drafts, find });
        return null;
      }
      const { roomId } = room.head;
      if (!isSpace(room) || !(await communityStore.has(txn.db, roomId))) return null;
      await communityStore.lock(txn, roomId);
      // With several nodes it may be read anew: who waited for the lock sees what it waited for.
      const now = (await find(roomId)) ?? room;
      checkRoom(now, drafts, peopleMax);
      return followUp(now, roomId);
    },
  };
}

function isConcern({ type, stateKey }: Draft): boolean {
  return stateKey !== undefined && (type === 'm.room.member' || type === 'm.room.power_levels');
}

function followUp(before: RoomView, roomId: RoomId): Admission {
  return {
    async follow(txn, appended) {
      return followCommunity(before, appended, await communityStore.listChannels(txn.db, roomId));
    },
  };
}

/** Whoever comes into this room by these drafts and is not in it. */
function comersTo(room: RoomView, drafts: readonly Draft[]): Set<string> {
  const coming = drafts.filter(
    ({ type, content }) => type === 'm.room.member' && COMING.has(content['membership']),
  );
  const userIds = coming.flatMap(({ stateKey }) => stateKey ?? []);
  const joined = new Set<string>(room.membersWith('join'));
  return new Set(userIds.filter((userId) => !joined.has(userId)));
}

function checkRoom(space: RoomView, drafts: readonly Draft[], peopleMax: number): void {
  const comers = comersTo(space, drafts).size;
  if (comers === 0 || space.membersWith('join').length + comers <= peopleMax) return;
  throw refuse('community_full', `This community is full: it has ${peopleMax} people.`);
}

interface ChannelAppend {
  readonly channel: RoomView;
  readonly communityId: RoomId;
  readonly drafts: readonly Draft[];
  readonly find: FindView;
}

async function checkChannel(
  txn: Txn,
  { channel, communityId, drafts, find }: ChannelAppend,
): Promise<void> {
  const comers = comersTo(channel, drafts);
  const roles = drafts.filter(({ type }) => type === 'm.room.power_levels');
  if (comers.size === 0 && roles.length === 0) return;
  await communityStore.lock(txn, communityId);
  const space = await find(communityId);
  const members = new Set<string>(space?.membersWith('join') ?? []);
  for (const userId of comers) {
    if (!members.has(userId)) throw notInCommunity(drafts, userId);
  }
  if (comers.size > 0 && isClosed(channel)) {
    throw refuse('channel_closed', 'This channel is closed: nobody can join it any more.');
  }
  for (const { content } of roles) {
    const staff = space ? staffOfChannel(space, creatorsOf(channel)) : {};
    const everyone = content['users_default'] ?? 0;
    const isEveryoneStaff = typeof everyone === 'number' && everyone >= ROLE_LEVELS.moderator;
    if (isEveryoneStaff || !isSameStaff(writtenStaff(content), staff)) {
      throw refuse(
        'channel_roles_fixed',
        'Roles are given in the community; they are the same in all of its channels.',
      );
    }
  }
}

/** Whoever lets themselves in learns nothing; whoever adds somebody is told what to do first. */
function notInCommunity(drafts: readonly Draft[], userId: string) {
  const isBySelf = drafts.some(({ stateKey, sender }) => stateKey === userId && sender === userId);
  return isBySelf
    ? refuse('restricted_join_refused', 'There is no such conversation, or you are not in it.')
    : refuse('not_in_community', 'Add this person to the community first.', { user_id: userId });
}
