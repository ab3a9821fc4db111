import {
  COMMUNITY_FIELD,
  isUserId,
  type JsonObject,
  type JsonValue,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import type { Draft } from '../log/append.ts';
import { refuse } from '../errors.ts';

/** What a caller of `createRoom` asks for, already checked against the contract. */
export interface RoomWish {
  readonly creator: UserId;
  readonly creatorProfile: JsonObject;
  readonly preset: 'private_chat' | 'trusted_private_chat' | 'public_chat';
  readonly roomVersion: string;
  readonly name: string | null;
  readonly topic: string | null;
  readonly creationContent: JsonObject;
  readonly initialState: readonly { type: string; stateKey: string; content: JsonObject }[];
  readonly powerLevels: JsonObject;
  readonly invites: readonly { userId: UserId; profile: JsonObject }[];
  readonly isDirect: boolean;
  /** The community this is a channel of. */
  readonly community?: RoomId;
  /** Anything unlikely to come twice. */
  readonly nonce: string;
}

/** The one version rooms are created in. */
export const ROOM_VERSION_CREATED = '12';

const INVITES_MAX = 100;
const INITIAL_STATE_MAX = 100;

/** What only the server may put into a room's first events. */
const RESERVED = new Set([
  'm.room.create',
  'm.room.member',
  'm.room.power_levels',
  'm.room.third_party_invite',
]);

/**
 * The first events of a room, in the order the specification gives them.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#post_matrixclientv3createroom
 */
export function draftRoom(wish: RoomWish): Draft[] {
  if (wish.roomVersion !== ROOM_VERSION_CREATED) {
    throw refuse('room_version_unsupported', 'This server creates rooms of version 12 only.');
  }
  if (wish.invites.length > INVITES_MAX || wish.initialState.length > INITIAL_STATE_MAX) {
    throw refuse(
      'too_many_invites',
      'A room can start with at most 100 invitations and state events.',
    );
  }
  const reserved = wish.initialState.find(({ type }) => RESERVED.has(type));
  if (reserved) {
    throw refuse(
      'room_state_invalid',
      `A room's ${reserved.type} cannot be given at its creation.`,
    );
  }
  const { creator } = wish;
  const state = (type: string, content: JsonObject, stateKey = ''): Draft => ({
    type,
    stateKey,
    sender: creator,
    content,
  });

  const given = new Map(
    wish.initialState.map((event) => [`${event.type}\0${event.stateKey}`, event]),
  );
  const presets = presetState(wish.preset).filter(({ type }) => !given.has(`${type}\0`));
  return [
    state('m.room.create', createContent(wish)),
    state('m.room.member', { membership: 'join', ...wish.creatorProfile }, creator),
    state('m.room.power_levels', powerLevels(wish)),
    ...presets.map(({ type, content }) => state(type, content)),
    ...[...given.values()].map(({ type, stateKey, content }) => state(type, content, stateKey)),
    ...(wish.name === null ? [] : [state('m.room.name', { name: wish.name })]),
    ...(wish.topic === null ? [] : [state('m.room.topic', topicContent(wish.topic))]),
    ...wish.invites.map(({ userId, profile }) =>
      state(
        'm.room.member',
        { membership: 'invite', ...profile, ...(wish.isDirect && { is_direct: true }) },
        userId,
      ),
    ),
  ];
}

function createContent(wish: RoomWish): JsonObject {
  const { creationContent, preset, invites, creator, community, nonce } = wish;
  const {
    creator: _creator,
    room_version: _version,
    [COMMUNITY_FIELD]: _community,
    ...rest
  } = creationContent;
  const named = Array.isArray(rest['additional_creators']) ? rest['additional_creators'] : [];
  if (!named.every(isUserId)) {
    throw refuse('room_state_invalid', 'The additional creators must be user ids.');
  }
  // A private conversation belongs to everyone in it: version 12 says so with creators, not levels.
  const trusted = preset === 'trusted_private_chat' ? invites.map(({ userId }) => userId) : [];
  const creators: JsonValue[] = [...new Set([...named, ...trusted])].filter((id) => id !== creator);
  return {
    ...rest,
    ...(community !== undefined && { [COMMUNITY_FIELD]: community }),
    room_version: ROOM_VERSION_CREATED,
    // The room's id is the hash of this event: without a difference, two rooms that one person
    // creates in one millisecond would be the same room.
    'app.sotto.nonce': nonce,
    ...(creators.length > 0 && { additional_creators: creators }),
  };
}

/** Only creators end a version 12 room, hence the tombstone's level. */
function powerLevels({ powerLevels: overrides }: RoomWish): JsonObject {
  return {
    users: {},
    users_default: 0,
    events: {
      'm.room.name': 50,
      'm.room.power_levels': 100,
      'm.room.history_visibility': 100,
      'm.room.canonical_alias': 50,
      'm.room.avatar': 50,
      'm.room.tombstone': 150,
      'm.room.server_acl': 100,
      'm.room.encryption': 100,
    },
    events_default: 0,
    state_default: 50,
    ban: 50,
    kick: 50,
    redact: 50,
    invite: 0,
    ...overrides,
  };
}

function presetState(preset: RoomWish['preset']): { type: string; content: JsonObject }[] {
  const isPublic = preset === 'public_chat';
  return [
    { type: 'm.room.join_rules', content: { join_rule: isPublic ? 'public' : 'invite' } },
    { type: 'm.room.history_visibility', content: { history_visibility: 'shared' } },
    { type: 'm.room.guest_access', content: { guest_access: isPublic ? 'forbidden' : 'can_join' } },
  ];
}

function topicContent(topic: string): JsonObject {
  return { topic, 'm.topic': { 'm.text': [{ body: topic, mimetype: 'text/plain' }] } };
}
