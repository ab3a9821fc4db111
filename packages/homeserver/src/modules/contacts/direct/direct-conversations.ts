import { InvariantError, Refusal } from '@sotto/kit';
import type { Hasher, RoomId, UserId } from '@sotto/protocol';
import type { Database, Db, Txn } from '../../../storage/index.ts';
import type { Appended, RoomService, RoomView } from '../../rooms/index.ts';
import type { SettingsService } from '../../settings/index.ts';
import { refuse } from '../errors.ts';
import type { LinkService } from '../links/link-service.ts';
import { everIn, peopleOf, withDirectRoom, withoutDirectRoom } from './direct-rules.ts';
import { directStore } from './direct-store.ts';

export interface DirectDeps {
  readonly db: Database;
  readonly hasher: Hasher;
  readonly rooms: RoomService;
  readonly settings: Pick<SettingsService, 'findGlobal' | 'write'>;
  readonly links: Pick<LinkService, 'redeem'>;
  /** The people among these who have a living account here. */
  readonly listActive: (db: Db, userIds: readonly UserId[]) => Promise<ReadonlySet<UserId>>;
  /** Whether `owner` lets this person reach them without asking. */
  readonly isContact: (db: Db, owner: UserId, subject: UserId) => Promise<boolean>;
}

export interface DirectConversations {
  /**
   * The one conversation of these people. Made if there is none, or if the caller has left it: what one
   * has left does not come back by itself. With a contact link of the other, they are in it at once.
   */
  startConversation(
    caller: UserId,
    others: readonly UserId[],
    contactLink: string | null,
  ): Promise<Started>;
  /** With somebody new it is a group, and the conversation of those people no longer. */
  onInvited(txn: Txn, roomId: RoomId, room: RoomView): Promise<void>;
  /** Keeps `m.direct` for other clients, in the transaction in which the person joins. */
  onJoined(txn: Txn, roomId: RoomId, userId: UserId, members: readonly UserId[]): Promise<void>;
}

export interface Started {
  readonly roomId: RoomId;
  readonly created: boolean;
}

/** Each attempt fails only because somebody else succeeded. */
const ATTEMPTS_MAX = 8;
const ENCRYPTION = { algorithm: 'm.megolm.v1.aes-sha2' };

export function createDirectConversations(deps: DirectDeps): DirectConversations {
  const { db, rooms, settings } = deps;

  async function startConversation(
    caller: UserId,
    others: readonly UserId[],
    contactLink: string | null,
  ): Promise<Started> {
    const people = peopleOf(caller, others);
    if (people.length < 2) throw refuse('nobody_to_talk_to', 'Choose somebody to talk to.');
    if (contactLink !== null) return startByLink(caller, people, contactLink);
    return start(caller, people);
  }

  async function startByLink(
    caller: UserId,
    people: readonly UserId[],
    contactLink: string,
  ): Promise<Started> {
    const [owner, ...more] = people.filter((userId) => userId !== caller);
    if (!owner || more.length > 0) {
      throw refuse('link_not_for_several', 'A contact link is for a conversation of two.');
    }
    await deps.links.redeem(contactLink, caller, owner);
    const started = await start(caller, people);
    // They had been asked before there was a link.
    const view = await rooms.findView(db.read, started.roomId);
    const membership = view?.membershipOf(owner);
    if (!(await deps.isContact(db.read, owner, caller))) return started;
    if (membership === 'invite') {
      await rooms.join({ by: owner, roomId: started.roomId, reason: null });
    } else if (membership === 'leave') {
      await rooms.invite({ by: caller, roomId: started.roomId, target: owner, reason: null });
    }
    return started;
  }

  async function start(caller: UserId, people: readonly UserId[]): Promise<Started> {
    const active = await deps.listActive(db.read, people);
    if (!people.every((userId) => active.has(userId))) {
      throw refuse('person_unknown', 'There is no such person here.');
    }
    const peopleKey = keyOf(people);
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const existing = await directStore.find(db.read, peopleKey);
      if (existing !== null && (await isUsable(existing, caller))) {
        return { roomId: existing, created: false };
      }
      const created = await create(people, caller, { peopleKey, instead: existing });
      if (created !== null) return { roomId: created, created: true };
    }
    throw new InvariantError('of those who start a conversation at one moment, one creates it');
  }

  /** Joined, or invited by the one who was quicker: asking for the conversation accepts it. */
  async function isUsable(roomId: RoomId, caller: UserId): Promise<boolean> {
    const view = await rooms.findView(db.read, roomId);
    const membership = view?.membershipOf(caller);
    if (membership === 'invite') await rooms.join({ by: caller, roomId, reason: null });
    return membership === 'join' || membership === 'invite';
  }

  /** Null if somebody else made the conversation in the meantime. */
  async function create(
    people: readonly UserId[],
    caller: UserId,
    { peopleKey, instead }: { peopleKey: string; instead: RoomId | null },
  ): Promise<RoomId | null> {
    const invites = people.filter((userId) => userId !== caller);
    try {
      return await rooms.createRoom({
        creator: caller,
        preset: 'trusted_private_chat',
        roomVersion: '12',
        name: null,
        topic: null,
        creationContent: {},
        initialState: [{ type: 'm.room.encryption', stateKey: '', content: ENCRYPTION }],
        powerLevels: {},
        invites,
        isDirect: true,
        alongside: async (txn: Txn, { roomId }: Appended) => {
          if (!(await directStore.claim(txn, peopleKey, { roomId, instead }))) {
            throw refuse('conversation_claimed', 'This conversation was just started.');
          }
        },
      });
    } catch (cause) {
      if (cause instanceof Refusal && cause.code === 'conversation_claimed') return null;
      throw cause;
    }
  }

  async function addDirectRoom(
    txn: Txn,
    userId: UserId,
    { roomId, others }: { roomId: RoomId; others: readonly UserId[] },
  ): Promise<void> {
    const current = (await settings.findGlobal(txn.db, userId, 'm.direct')) ?? {};
    const content = withDirectRoom(current, roomId, others);
    await settings.write(txn, { userId, roomKey: null }, { type: 'm.direct', content });
  }

  async function removeDirectRoom(txn: Txn, userId: UserId, roomId: RoomId): Promise<void> {
    const current = (await settings.findGlobal(txn.db, userId, 'm.direct')) ?? {};
    const content = withoutDirectRoom(current, roomId);
    if (!content) return;
    await settings.write(txn, { userId, roomKey: null }, { type: 'm.direct', content });
  }

  const keyOf = (people: readonly UserId[]) => deps.hasher.sha256(JSON.stringify(people));

  return {
    startConversation,
    async onInvited(txn, roomId, room) {
      const registered = await directStore.findPeopleKey(txn.db, roomId);
      if (registered === null || registered === keyOf(everIn(room.listState()))) return;
      await directStore.release(txn, roomId);
      for (const userId of room.membersWith('join')) await removeDirectRoom(txn, userId, roomId);
    },
    async onJoined(txn, roomId, userId, members) {
      if ((await directStore.findPeopleKey(txn.db, roomId)) === null) return;
      const others = members.filter((member) => member !== userId);
      await addDirectRoom(txn, userId, { roomId, others });
    },
  };
}
