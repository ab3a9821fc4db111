import { SILENT_LEAVE_FIELD, type JsonObject, type RoomId, type UserId } from '@sotto/protocol';
import { isStateEvent, type Append, type Appended, type RoomView } from '../../rooms/index.ts';
import { joinAppend, profileIn, rolesAppend } from '../channel-room.ts';
import { staffOfChannel, strongestIn } from '../community-rules.ts';
import type { Channel } from '../community-store.ts';

/** Somebody who came into a community, or is no longer in it. */
interface Move {
  readonly userId: UserId;
  readonly by: UserId;
  readonly from: string;
  readonly to: string;
  readonly content: JsonObject;
}

/** The same append in several ways, the best first. */
type Ways = readonly Append[];

const OUT: ReadonlySet<string> = new Set(['leave', 'ban']);

/**
 * What a change of a community means for its channels. It is appended in the transaction that changes the
 * community, so there is no moment at which somebody is out of the one and in the other.
 */
export function followCommunity(
  before: RoomView,
  appended: Appended,
  channels: readonly Channel[],
): Ways[] {
  const all: Ways[] = [];
  const levels = appended.events.find(({ type }) => type === 'm.room.power_levels');
  if (levels) all.push(...newStaff().flatMap(intoEvery), ...channels.map(rolesIn));
  for (const move of movesOf(before, appended)) {
    all.push(...channels.flatMap((channel) => ways(move, channel)));
  }
  return all;

  /** Staff are in every channel: somebody has to be able to look after it. */
  function newStaff(): readonly UserId[] {
    const [then, now] = [staffOfChannel(before, []), staffOfChannel(appended.view, [])];
    const joined = appended.view.membersWith('join');
    return joined.filter((userId) => Object.hasOwn(now, userId) && !Object.hasOwn(then, userId));
  }

  function intoEvery(userId: UserId): Ways[] {
    const profile = profileIn(appended.view, userId);
    const open = channels.filter(({ isClosed }) => !isClosed);
    return open.map(({ roomId }) => [joinAppend(roomId, userId, profile)]);
  }

  function rolesIn({ roomId }: Channel): Ways {
    return [
      rolesAppend(roomId, appended.view, () => levels?.sender ?? null),
      rolesAppend(roomId, appended.view, strongestIn),
    ];
  }

  function ways(move: Move, { roomId, isSuggested, isClosed }: Channel): Ways[] {
    if (OUT.has(move.to)) {
      return move.from === 'ban' ? [unbanWays(roomId, move)] : [removalWays(roomId, move)];
    }
    if (move.to !== 'join' || move.from === 'join' || !isSuggested || isClosed) return [];
    return [[joinAppend(roomId, move.userId, profileIn(appended.view, move.userId))]];
  }
}

function movesOf(before: RoomView, { events, view }: Appended): Move[] {
  const moves = new Map<UserId, Move>();
  for (const event of events) {
    if (event.type !== 'm.room.member' || !isStateEvent(event)) continue;
    // SAFETY: the authorisation rules admit only user ids as state keys of memberships.
    const userId = event.stateKey as UserId;
    const from = before.membershipOf(userId) ?? 'leave';
    const to = view.membershipOf(userId) ?? 'leave';
    if (from !== to)
      moves.set(userId, { userId, by: event.sender, from, to, content: event.content });
  }
  return [...moves.values()];
}

/**
 * Whoever removes somebody removes them from the channels too; where they are not in the channel, it is done
 * in the name of who may most there. Nobody can be kept from leaving, so the last way always works.
 */
function removalWays(channelId: RoomId, move: Move): Ways {
  const { userId, by, to, content } = move;
  const { reason, [SILENT_LEAVE_FIELD]: silent } = content;
  const rest = {
    ...(reason !== undefined && { reason }),
    ...(silent !== undefined && { [SILENT_LEAVE_FIELD]: silent }),
  };
  const removal = (senderIn: (room: RoomView) => UserId | null, membership: string): Append => ({
    roomId: channelId,
    plan(room) {
      const current = room?.membershipOf(userId) ?? 'leave';
      const sender = room && senderIn(room);
      if (!sender || OUT.has(current)) return [];
      const removed = { membership, ...rest };
      return [{ type: 'm.room.member', stateKey: userId, sender, content: removed }];
    },
  });
  const own = removal(() => userId, 'leave');
  return by === userId ? [own] : [removal(() => by, to), removal(strongestIn, to), own];
}

function unbanWays(channelId: RoomId, { userId, by }: Move): Ways {
  const unban = (senderIn: (room: RoomView) => UserId | null): Append => ({
    roomId: channelId,
    plan(room) {
      const sender = room && senderIn(room);
      if (!sender || room.membershipOf(userId) !== 'ban') return [];
      const content = { membership: 'leave' };
      return [{ type: 'm.room.member', stateKey: userId, sender, content }];
    },
  });
  return [unban(() => by), unban(strongestIn)];
}
