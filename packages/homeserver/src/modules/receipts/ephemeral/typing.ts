import type { Clock } from '@sotto/kit';
import type { RoomId, UserId } from '@sotto/protocol';
import type { Database } from '../../../storage/index.ts';
import type { RoomService } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import type { Scheduler } from './scheduler.ts';

export interface TypingDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rooms: Pick<RoomService, 'isJoined' | 'joinedMembers'>;
  /** Told who should learn that somebody began or ended typing in a room. */
  readonly onChanged: (roomId: RoomId, typist: UserId, members: readonly UserId[]) => void;
  readonly onActive: (userId: UserId) => void;
}

export interface TypingCommand {
  readonly caller: UserId;
  readonly userId: UserId;
  readonly roomId: RoomId;
  readonly isTyping: boolean;
  readonly timeoutMs: number | null;
}

export interface Typing {
  set(command: TypingCommand): Promise<void>;
  /** Who is typing in a room now. */
  typingIn(roomId: RoomId): readonly UserId[];
  /** Rooms of this person's where somebody is typing. */
  roomsWithTyping(userId: UserId): RoomId[];
}

const TIMEOUT_MS_DEFAULT = 30_000;
const TIMEOUT_MS_MAX = 120_000;
/** In a larger room somebody is always typing: nobody is told. */
const MEMBERS_MAX = 1_000;
const TYPING_PER_ROOM_MAX = 50;
const ROOMS_MAX = 50_000;

interface Typist {
  readonly untilMs: number;
  readonly cancel: () => void;
}

interface TypingRoom {
  readonly typists: Map<UserId, Typist>;
  members: readonly UserId[];
}

export function createTyping(deps: TypingDeps): Typing {
  const { db, clock, scheduler, rooms } = deps;
  const typingRooms = new Map<RoomId, TypingRoom>();

  function spread(roomId: RoomId, { members }: TypingRoom, typist: UserId): void {
    deps.onChanged(
      roomId,
      typist,
      members.filter((member) => member !== typist),
    );
  }

  function stop(roomId: RoomId, userId: UserId): void {
    const room = typingRooms.get(roomId);
    const typist = room?.typists.get(userId);
    if (!room || !typist) return;
    typist.cancel();
    room.typists.delete(userId);
    if (room.typists.size === 0) typingRooms.delete(roomId);
    spread(roomId, room, userId);
  }

  function start(roomId: RoomId, userId: UserId, timeoutMs: number, members: readonly UserId[]) {
    const room = typingRooms.get(roomId) ?? { typists: new Map<UserId, Typist>(), members };
    const before = room.typists.get(userId);
    if (!before && (room.typists.size >= TYPING_PER_ROOM_MAX || typingRooms.size >= ROOMS_MAX))
      return;
    typingRooms.set(roomId, room);
    room.members = members;

    before?.cancel();
    const untilMs = clock.nowMs() + timeoutMs;
    const cancel = scheduler.after(timeoutMs, () => stop(roomId, userId));
    room.typists.set(userId, { untilMs, cancel });
    // Who goes on typing says so every few seconds: that is no news.
    if (!before) spread(roomId, room, userId);
  }

  return {
    async set({ caller, userId, roomId, isTyping, timeoutMs }) {
      if (caller !== userId) {
        throw refuse('typing_as_another', 'You can only say of yourself that you are typing.');
      }
      if (!(await rooms.isJoined(db.read, roomId, userId))) {
        throw refuse('typing_room_forbidden', 'You are not in this room.');
      }
      const members = await rooms.joinedMembers(db.read, roomId);
      const lastsMs = Math.min(timeoutMs ?? TIMEOUT_MS_DEFAULT, TIMEOUT_MS_MAX);
      if (!isTyping || lastsMs <= 0) return stop(roomId, userId);
      deps.onActive(userId);
      if (members.length <= MEMBERS_MAX) start(roomId, userId, lastsMs, members);
    },

    typingIn(roomId) {
      const nowMs = clock.nowMs();
      const typists = typingRooms.get(roomId)?.typists ?? [];
      return [...typists].flatMap(([userId, { untilMs }]) => (untilMs > nowMs ? [userId] : []));
    },

    roomsWithTyping(userId) {
      return [...typingRooms].flatMap(([roomId, { members }]) =>
        members.includes(userId) ? [roomId] : [],
      );
    },
  };
}
