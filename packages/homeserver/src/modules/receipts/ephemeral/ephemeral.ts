import type { Clock } from '@sotto/kit';
import type { DeviceId, PresenceState, RoomId, UserId } from '@sotto/protocol';
import type { Logger } from 'pino';
import type { Database } from '../../../storage/index.ts';
import type { InboxService } from '../../inbox/index.ts';
import type { RoomService } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import type { MayKnow } from '../ports.ts';
import { createEphemeralFeed, type EphemeralChanges } from './feed.ts';
import { createPresence, type OwnDevice, type PresenceContent } from './presence.ts';
import type { Scheduler } from './scheduler.ts';
import { createTyping, type TypingCommand } from './typing.ts';

export interface EphemeralDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly scheduler: Scheduler;
  readonly wake: InboxService['wake'];
  readonly rooms: Pick<RoomService, 'isJoined' | 'joinedMembers' | 'contacts'>;
  readonly mayKnow: MayKnow;
}

/** Typing and presence: never stored, told to those who are there. */
export interface EphemeralService {
  setTyping(command: TypingCommand): Promise<void>;
  setPresence(command: PresenceCommand): Promise<void>;
  getPresence(caller: UserId, userId: UserId): Promise<PresenceContent>;

  /** For syncs: what this device has not been told. A token of null, or an unknown device, is fresh. */
  drain(userId: UserId, deviceId: DeviceId, since: number | null): EphemeralChanges;
  typingIn(viewer: UserId, roomId: RoomId): readonly UserId[];
  presenceOf(viewer: UserId, userId: UserId): PresenceContent | null;
  /** What others may know of this person, and they of others, is something else now. */
  onSightChanged(userId: UserId): void;
  /** For syncs: this device is there, and will be heard of again within `withinMs`. */
  touch(device: OwnDevice, state: PresenceState, withinMs: number): void;
  /** For whatever a person does by hand. */
  active(userId: UserId): void;
  close(): void;
}

export interface PresenceCommand extends OwnDevice {
  readonly caller: UserId;
  readonly state: PresenceState;
  readonly statusMessage: string | null;
}

export function createEphemeral(deps: EphemeralDeps): EphemeralService {
  const { db, clock, log, scheduler, wake, rooms, mayKnow } = deps;
  const feed = createEphemeralFeed(clock);

  const presence = createPresence({
    clock,
    scheduler,
    onChanged(userId) {
      spreadPresence(userId).catch((err: unknown) => {
        // NOTE: nobody waits for this, and the next change tells people again.
        log.warn({ err, userId }, 'presence could not be told');
      });
    },
  });

  const typing = createTyping({
    db,
    clock,
    scheduler,
    rooms,
    onActive: (userId) => presence.active(userId),
    onChanged(roomId, typist, members) {
      const told = members.filter((viewer) =>
        mayKnow('typing', { viewer, subject: typist, roomId }),
      );
      feed.markTyping(roomId, told);
      wake.notify(told);
    },
  });

  function tell(watchers: readonly UserId[], userId: UserId): void {
    feed.markPresence(userId, watchers);
    wake.notify(watchers);
  }

  async function spreadPresence(userId: UserId): Promise<void> {
    // Their own devices at once, so that the very sync that brought them here says so.
    tell([userId], userId);
    const contacts = await rooms.contacts(db.read, userId);
    tell(
      contacts.filter((viewer) => mayKnow('presence', { viewer, subject: userId, roomId: null })),
      userId,
    );
  }

  /** Whoever may not see somebody's presence sees one who is never there. */
  function presenceOf(viewer: UserId, subject: UserId): PresenceContent | null {
    const sight = { viewer, subject, roomId: null };
    if (!mayKnow('presence', sight)) return { presence: 'offline' };
    const known = presence.presenceOf(subject);
    if (!known || mayKnow('last_seen', sight)) return known;
    const { last_active_ago: _lastActive, ...rest } = known;
    return rest;
  }

  async function tellAnew(userId: UserId): Promise<void> {
    const contacts = await rooms.contacts(db.read, userId);
    tell(contacts, userId);
    for (const other of contacts) tell([userId], other);
  }

  return {
    setTyping: (command) => typing.set(command),

    async setPresence({ caller, state, statusMessage, ...device }) {
      if (caller !== device.userId) {
        throw refuse('presence_of_another', 'You can only set your own presence.');
      }
      presence.set(device, state, statusMessage);
    },

    async getPresence(caller, userId) {
      // Somebody unknown and somebody out of reach are refused alike.
      if (caller !== userId && !(await rooms.contacts(db.read, caller)).includes(userId)) {
        throw refuse('presence_hidden', 'You may not see whether this person is there.');
      }
      return presenceOf(caller, userId) ?? { presence: 'offline' };
    },

    drain(userId, deviceId, since) {
      const changes = feed.drain(userId, deviceId, since);
      return changes.isFresh
        ? { ...changes, typingRooms: typing.roomsWithTyping(userId) }
        : changes;
    },

    typingIn: (viewer, roomId) =>
      typing.typingIn(roomId).filter((subject) => mayKnow('typing', { viewer, subject, roomId })),
    presenceOf,
    onSightChanged(userId) {
      tellAnew(userId).catch((err: unknown) => {
        // NOTE: nobody waits for this, and the next change of presence says the same.
        log.warn({ err, userId }, 'presence could not be told');
      });
    },
    touch: (device, state, withinMs) => presence.touch(device, state, withinMs),
    active: (userId) => presence.active(userId),
    close: () => scheduler.close(),
  };
}
