import type { Clock } from '@sotto/kit';
import {
  CHANNELS_MAX,
  CHANNELS_SUGGESTED_MAX,
  CLOSED_LEVEL,
  COMMUNITIES_PER_DAY,
  isJsonObject,
  SPACE_CHILD_TYPE,
  SPACE_TYPE,
  type RoomId,
  type ServerName,
  type UserId,
} from '@sotto/protocol';
import type { Database, Txn } from '../../storage/index.ts';
import type { Append, RoomGate, RoomService, RoomView } from '../rooms/index.ts';
import { foundingOfChannel, SPACE_LEVELS, type ChannelWish } from './channel-room.ts';
import { checkMayManage, isSameStaff, staffOfChannel, strongestIn } from './community-rules.ts';
import { communityStore, type Channel } from './community-store.ts';
import { createDirectory, type Directory } from './directory.ts';
import { refuse } from './errors.ts';
import { createCommunityGate } from './gate/community-gate.ts';
import { createHierarchy, type Hierarchy } from './hierarchy/hierarchy.ts';

/** Spaces with channels, and what one may know of them. */
export interface Communities extends Directory, Hierarchy {
  /** Makes a community with its first channels: all of it, or nothing. */
  create(wish: CommunityWish): Promise<{ roomId: RoomId; channels: readonly RoomId[] }>;
  addChannel(by: UserId, communityId: RoomId, wish: ChannelWish): Promise<RoomId>;
  closeChannel(by: UserId, communityId: RoomId, channelId: RoomId): Promise<void>;
  /** Stands before every append to a room. */
  readonly gate: RoomGate;
}

export interface CommunityWish {
  readonly by: UserId;
  readonly name: string;
  readonly topic: string | null;
  readonly avatarUrl: string | null;
  readonly joinRule: 'invite' | 'knock';
  readonly channels: readonly ChannelWish[];
}

export interface CommunityDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly serverName: ServerName;
  readonly rooms: Pick<RoomService, 'append' | 'findView' | 'foundingBy'>;
  /** Makes what one person does at the same moment wait for each other. */
  readonly lockPerson: (txn: Txn, userId: UserId) => Promise<unknown>;
  readonly peopleMax: number;
}

const DAY_MS = 86_400_000;

export function createCommunities(deps: CommunityDeps): Communities {
  const { db, clock, serverName, rooms } = deps;

  async function checkAllowance(txn: Txn, by: UserId): Promise<void> {
    await deps.lockPerson(txn, by);
    const made = await communityStore.countMadeSince(txn.db, by, clock.nowMs() - DAY_MS);
    if (made < COMMUNITIES_PER_DAY) return;
    throw refuse('too_many_communities', 'You have made many communities today. Try tomorrow.', {
      retry_after_ms: DAY_MS,
    });
  }

  function checkRoomForOne(channels: readonly Channel[], { isSuggested }: ChannelWish): void {
    const open = channels.filter(({ isClosed }) => !isClosed);
    if (open.length >= CHANNELS_MAX) {
      throw refuse('too_many_channels', `A community can have ${CHANNELS_MAX} channels.`);
    }
    if (isSuggested && open.filter((one) => one.isSuggested).length >= CHANNELS_SUGGESTED_MAX) {
      throw refuse(
        'too_many_channels',
        `Everybody can be put into at most ${CHANNELS_SUGGESTED_MAX} channels.`,
      );
    }
  }

  return {
    async create({ by, name, topic, avatarUrl, joinRule, channels: wishes }) {
      checkNames([name, ...wishes.map((wish) => wish.name)]);
      const found = await rooms.foundingBy(by);
      let channels: RoomId[] = [];
      const { roomId } = await rooms.append(
        found({
          name: name.trim(),
          topic,
          creationContent: { type: SPACE_TYPE },
          powerLevels: SPACE_LEVELS,
          initialState: [
            { type: 'm.room.join_rules', stateKey: '', content: { join_rule: joinRule } },
            ...(avatarUrl === null
              ? []
              : [{ type: 'm.room.avatar', stateKey: '', content: { url: avatarUrl } }]),
          ],
          async alongside(txn, made) {
            await checkAllowance(txn, by);
            await communityStore.add(txn, { roomId: made.roomId, by, nowMs: clock.nowMs() });
          },
          async follow(_txn, { view: space }) {
            channels = [];
            const onMade = (channelId: RoomId) => channels.push(channelId);
            return wishes.map((wish, index) => {
              const take = async () => index + 1;
              const plan = { wish, space, by, serverName, take, onMade };
              return [found(foundingOfChannel(plan, by))];
            });
          },
        }),
      );
      return { roomId, channels };
    },

    async addChannel(by, communityId, wish) {
      checkNames([wish.name]);
      const space = checkMayManage(await rooms.findView(db.read, communityId), by);
      if (!(await communityStore.has(db.read, communityId))) {
        throw refuse('community_not_found', 'There is no such community, or you are not in it.');
      }
      // Who creates a room stays its owner for ever: that is nobody's who merely helps.
      const owner = strongestIn(space) ?? by;
      const found = await rooms.foundingBy(owner);
      const { roomId } = await rooms.append(
        found(
          foundingOfChannel(
            {
              wish,
              space,
              by,
              serverName,
              onMade: () => undefined,
              async take(txn, find) {
                await communityStore.lock(txn, communityId);
                const now = checkMayManage(await find(communityId), by);
                if (!isStaffUnchanged(space, now) || now.membershipOf(owner) !== 'join') {
                  throw refuse('community_changed', 'The community has just changed. Try again.');
                }
                const present = await communityStore.listChannels(txn.db, communityId);
                checkRoomForOne(present, wish);
                return (present.at(-1)?.number ?? 0) + 1;
              },
            },
            owner,
          ),
        ),
      );
      return roomId;
    },

    async closeChannel(by, communityId, channelId) {
      checkMayManage(await rooms.findView(db.read, communityId), by);
      const channels = await communityStore.listChannels(db.read, communityId);
      const channel = channels.find(({ roomId, isClosed }) => roomId === channelId && !isClosed);
      if (!channel) throw refuse('channel_not_found', 'This community has no such channel.');
      await rooms.append({
        roomId: communityId,
        plan(space) {
          checkMayManage(space, by);
          return [{ type: SPACE_CHILD_TYPE, stateKey: channelId, sender: by, content: {} }];
        },
        alongside: (txn) => communityStore.closeChannel(txn, channelId),
        async follow() {
          return [[closing(channelId, () => by), closing(channelId, strongestIn)]];
        },
      });
    },

    ...createDirectory(deps),
    ...createHierarchy(deps),
    gate: createCommunityGate(deps),
  };
}

function checkNames(names: readonly string[]): void {
  if (names.every((name) => name.trim() !== '')) return;
  throw refuse('channel_name_empty', 'A community and each of its channels needs a name.');
}

function isStaffUnchanged(before: RoomView, now: RoomView): boolean {
  return isSameStaff(staffOfChannel(before, []), staffOfChannel(now, []));
}

/** From now on nobody writes in the channel. */
function closing(channelId: RoomId, senderIn: (room: RoomView) => UserId | null): Append {
  return {
    roomId: channelId,
    plan(room) {
      const current = room?.get('m.room.power_levels', '')?.content;
      const sender = room && senderIn(room);
      if (!current || !sender) return [];
      const events = isJsonObject(current['events']) ? current['events'] : {};
      const content = {
        ...current,
        events_default: CLOSED_LEVEL,
        events: { ...events, 'm.reaction': CLOSED_LEVEL },
      };
      return [{ type: 'm.room.power_levels', stateKey: '', sender, content }];
    },
  };
}
