import type { Refusal } from '@sotto/kit';
import {
  joinRuleOf,
  SILENT_LEAVE_FIELD,
  type JsonObject,
  type Membership,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Append, Appended, Draft } from '../log/append.ts';
import type { RoomContext } from '../context.ts';
import { draftRoom, type RoomWish } from './create-room.ts';
import { refuse } from '../errors.ts';
import { checkIn } from './sending.ts';
import type { RoomView } from '../log/room-view.ts';
import { restrictedJoin } from './restricted.ts';
import { checkRemoval } from './state-wish.ts';

export type CreateRoomCommand = Omit<RoomWish, 'creatorProfile' | 'invites' | 'nonce'> & {
  readonly invites: readonly UserId[];
  /** What else commits with the room. */
  readonly alongside?: Append['alongside'];
};

export interface MembershipCommand {
  readonly by: UserId;
  readonly roomId: RoomId;
  readonly target: UserId;
  readonly reason: string | null;
}

export interface LeaveCommand extends Omit<MembershipCommand, 'target'> {
  /** Clients show it to those who look after the group only. */
  readonly isSilent?: boolean;
}

/** Who is in a room: making rooms, inviting, joining, leaving. */
export interface Memberships {
  createRoom(command: CreateRoomCommand): Promise<RoomId>;
  invite(command: MembershipCommand): Promise<void>;
  /** Joining a room one is in already changes nothing. */
  join(command: Omit<MembershipCommand, 'target'>): Promise<void>;
  /** Asks to be let in. Asking twice changes nothing. */
  knock(command: Omit<MembershipCommand, 'target'>): Promise<void>;
  /** Leaves, or declines an invitation. Leaving twice changes nothing. */
  leave(command: LeaveCommand): Promise<void>;
  kick(command: MembershipCommand): Promise<void>;
  ban(command: MembershipCommand): Promise<void>;
  unban(command: MembershipCommand): Promise<void>;
  listJoined(userId: UserId): Promise<RoomId[]>;
  /** Ends every membership and declines every invitation, when an account ends. */
  leaveAll(userId: UserId): Promise<void>;
  /** Takes a room one has left off one's own list. */
  forget(userId: UserId, roomId: RoomId): Promise<void>;
  /** Carries a new name or photo into every room the person is joined to. */
  spreadProfile(userId: UserId): Promise<void>;
}

const ROOMS_AT_ONCE = 20;
/** What somebody can leave. */
const STAYS: ReadonlySet<Membership> = new Set(['join', 'invite', 'knock']);
const NONCE_BYTES = 9;

export function createMemberships(context: RoomContext): Memberships {
  const { writer, people, db, rooms } = context;

  async function getProfile(userId: UserId): Promise<JsonObject> {
    const profile = await people.findProfile(db.read, userId);
    if (!profile) throw refuse('user_unknown', 'There is no such person here.');
    return profile;
  }

  async function change(
    command: MembershipCommand,
    membership: Membership,
    options: {
      /** What else its content says. */
      more?: JsonObject;
      check?: (room: RoomView | null) => boolean;
      /** What the room asks of whoever joins it. */
      vouch?: (room: RoomView, by: UserId) => JsonObject;
    } = {},
  ): Promise<Appended> {
    const { by, roomId, target, reason } = command;
    return writer.append({
      roomId,
      plan: (room) => {
        // A room that is not there and one that would not let this person in are told apart by nothing.
        if (!room) throw notHere();
        if (options.check && !options.check(room)) return [];
        const content = {
          membership,
          ...options.more,
          ...options.vouch?.(room, by),
          ...(reason !== null && { reason }),
        };
        return [{ type: 'm.room.member', stateKey: target, sender: by, content }];
      },
    });
  }

  return {
    async createRoom({ invites, alongside, ...wish }) {
      const creatorProfile = await getProfile(wish.creator);
      const invited: { userId: UserId; profile: JsonObject }[] = [];
      for (const userId of new Set(invites)) {
        if (userId !== wish.creator) invited.push({ userId, profile: await getProfile(userId) });
      }
      const nonce = context.random.token(NONCE_BYTES);
      const { roomId } = await writer.append({
        roomId: null,
        plan: (): Draft[] => draftRoom({ ...wish, creatorProfile, invites: invited, nonce }),
        ...(alongside && { alongside }),
      });
      return roomId;
    },

    async invite(command) {
      const profile = await getProfile(command.target);
      await change(command, 'invite', { more: profile });
    },

    async join(command) {
      const profile = await getProfile(command.by);
      const check = (room: RoomView | null) => room?.membershipOf(command.by) !== 'join';
      await change({ ...command, target: command.by }, 'join', {
        more: profile,
        check,
        vouch: restrictedJoin,
      });
    },

    async knock(command) {
      const profile = await getProfile(command.by);
      const check = (room: RoomView | null) => {
        const rule = room ? joinRuleOf(room) : 'invite';
        if (rule !== 'knock' && rule !== 'knock_restricted') throw notHere();
        return room?.membershipOf(command.by) !== 'knock';
      };
      await change({ ...command, target: command.by }, 'knock', { more: profile, check });
    },

    leave,

    async kick(command) {
      const check = (room: RoomView | null) => {
        checkRemoval(checkIn(room, command.by), command.by, command.target);
        return true;
      };
      await change(command, 'leave', { check });
    },

    async ban(command) {
      const check = (room: RoomView | null) =>
        checkIn(room, command.by).membershipOf(command.target) !== 'ban';
      await change(command, 'ban', { check });
    },

    async unban(command) {
      const check = (room: RoomView | null) => {
        if (checkIn(room, command.by).membershipOf(command.target) === 'ban') return true;
        throw refuse('not_banned', 'This person is not banned.');
      };
      await change(command, 'leave', { check });
    },

    listJoined,

    async leaveAll(userId) {
      const all = await rooms.listRoomsOf(db.read, userId);
      const open = all.filter(({ membership }) => STAYS.has(membership));
      await inChunks(open, ({ roomId }) => leave({ by: userId, roomId, reason: null }));
    },

    async forget(userId, roomId) {
      const key = await rooms.findKey(db.read, roomId);
      const view = key === null ? null : await context.views.find(db.read, roomId);
      const membership = view?.membershipOf(userId) ?? null;
      if (key === null || membership === null) throw notHere();
      if (membership === 'join' || membership === 'invite') {
        throw refuse('still_in_room', 'Leave the conversation before forgetting it.');
      }
      await db.write((txn) => rooms.forget(txn, userId, key));
    },

    spreadProfile: oneAtATime(async (userId: UserId) => {
      const profile = await getProfile(userId);
      await inChunks(await listJoined(userId), (roomId) => spreadTo(roomId, userId, profile));
    }),
  };

  async function leave({ isSilent = false, ...command }: LeaveCommand): Promise<void> {
    const check = (room: RoomView | null) => room?.membershipOf(command.by) !== 'leave';
    const more = isSilent ? { [SILENT_LEAVE_FIELD]: true } : {};
    await change({ ...command, target: command.by }, 'leave', { more, check });
  }

  async function listJoined(userId: UserId): Promise<RoomId[]> {
    const all = await rooms.listRoomsOf(db.read, userId);
    return all.filter(({ membership }) => membership === 'join').map(({ roomId }) => roomId);
  }

  async function spreadTo(roomId: RoomId, userId: UserId, profile: JsonObject): Promise<void> {
    await writer.append({
      roomId,
      plan: (room) => {
        const current = room?.get('m.room.member', userId)?.content;
        if (current?.['membership'] !== 'join') return [];
        const { displayname: _name, avatar_url: _avatar, ...rest } = current;
        return [
          {
            type: 'm.room.member',
            stateKey: userId,
            sender: userId,
            content: { ...rest, ...profile },
          },
        ];
      },
    });
  }
}

function notHere(): Refusal {
  return refuse('room_not_found', 'There is no such conversation, or you are not in it.');
}

/**
 * One run for each key at a time. Whoever comes meanwhile waits for the next run, which is the same for all
 * of them: it finds what the last of them wrote.
 */
function oneAtATime<Key>(run: (key: Key) => Promise<void>): (key: Key) => Promise<void> {
  const running = new Map<Key, Promise<void>>();
  const next = new Map<Key, Promise<void>>();

  function start(key: Key): Promise<void> {
    next.delete(key);
    const started = run(key).finally(() => {
      if (running.get(key) === started) running.delete(key);
    });
    running.set(key, started);
    return started;
  }

  return (key) => {
    const current = running.get(key);
    if (!current) return start(key);
    const following =
      next.get(key) ??
      current.then(
        () => start(key),
        () => start(key),
      );
    next.set(key, following);
    return following;
  };
}

/** Some at a time: a person may be in thousands of rooms, and others want the writer too. */
async function inChunks<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += ROOMS_AT_ONCE) {
    await Promise.all(items.slice(start, start + ROOMS_AT_ONCE).map(act));
  }
}
