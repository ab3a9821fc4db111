import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomMember } from 'matrix-js-sdk/lib/models/room-member.js';
import {
  GROUP_ROLES,
  HISTORY_FIELD,
  LABEL_FIELD,
  ROLE_LEVELS,
  roleOfLevel,
  SLOW_MODE_TYPE,
  type GroupRole,
  type HistoryChoice,
  type UserId,
} from '@sotto/protocol';
import { channelFacts } from '../../conversations/communities/channel-facts.ts';
import type { PresenceBook } from '../../conversations/summary/presence-book.ts';
import type { People } from '../../people/people.ts';
import { safeName } from '../../people/safe-name.ts';
import type {
  GroupAbilities,
  GroupKind,
  GroupMember,
  GroupState,
  Person,
} from '../../types/index.ts';
import { levelsOf, permissionsOf, type Levels } from './levels.ts';

const MEMBERSHIPS: Readonly<Record<string, GroupMember['membership']>> = {
  join: 'in',
  invite: 'invited',
  knock: 'asking',
};

type Content = Readonly<Record<string, unknown>>;

function contentOf(member: RoomMember | null): Content {
  return member?.events.member?.getContent() ?? {};
}

/** A content field as it stands in state of this type; undefined if it is not there. */
function stateField(room: Room, type: string, field: string): unknown {
  return room.currentState.getStateEvents(type, '')?.getContent<Content>()[field];
}

function historyOf(content: Content): HistoryChoice | null {
  const choice = content[HISTORY_FIELD];
  // SAFETY: the server takes no choice of another form.
  return typeof choice === 'object' && choice !== null ? (choice as HistoryChoice) : null;
}

function kindOf(room: Room, me: UserId): GroupKind {
  if (room.isSpaceRoom()) return 'community';
  return channelFacts(room, me) === null ? 'group' : 'channel';
}

/** The roles somebody of `mine` may give to somebody of `theirs`, who is not me. */
function rolesToGive(mine: number, theirs: number, levels: Levels): readonly GroupRole[] {
  if (mine < levels.toSet('m.room.power_levels') || theirs >= mine) return [];
  const isOwner = roleOfLevel(mine) === 'owner';
  return GROUP_ROLES.filter(
    (given) => given !== roleOfLevel(theirs) && (isOwner || ROLE_LEVELS[given] < mine),
  );
}

/** In a larger group somebody comes and goes all the time: see `docs/reference/visibility.md`. */
const PRESENCE_MEMBERS_MAX = 100;

/** Whether a group is small enough to show who is there. */
export function tellsPresence(room: Room): boolean {
  return room.getJoinedMemberCount() <= PRESENCE_MEMBERS_MAX;
}

interface Reading {
  readonly room: Room;
  readonly kind: GroupKind;
  readonly me: UserId;
  readonly people: People;
  readonly presence: Pick<PresenceBook, 'of'> | null;
  readonly levels: Levels;
}

function readMember(
  { room, kind, me, people, presence, levels }: Reading,
  member: RoomMember,
): GroupMember {
  // SAFETY: members are named by their full Matrix ids.
  const userId = member.userId as UserId;
  const content = contentOf(member);
  const [mine, theirs] = [levels.of(me), levels.of(userId)];
  const isOther = userId !== me;
  // Roles in a channel are those of its community.
  const mayHaveRole = isOther && kind !== 'channel' && member.membership === 'join';
  return {
    person: people.inRoom(userId, room),
    membership: MEMBERSHIPS[member.membership ?? ''] ?? 'in',
    role: roleOfLevel(theirs),
    presence: isOther && member.membership === 'join' ? (presence?.of(userId) ?? null) : null,
    label: safeName(content[LABEL_FIELD]),
    reason: member.membership === 'knock' ? safeName(content['reason']) : '',
    history: historyOf(content),
    rolesToGive: mayHaveRole ? rolesToGive(mine, theirs, levels) : [],
    canRemove: isOther && mine >= levels.kick && mine > theirs,
    canBan: isOther && mine >= levels.ban && mine > theirs,
  };
}

const rank = ({ role }: GroupMember): number => GROUP_ROLES.indexOf(role);

function readMembers(reading: Reading): readonly GroupMember[] {
  return reading.room
    .getMembers()
    .filter(({ membership }) => (membership ?? '') in MEMBERSHIPS)
    .map((member) => readMember(reading, member))
    .toSorted(
      (a, b) => rank(a) - rank(b) || a.person.displayName.localeCompare(b.person.displayName),
    );
}

function abilitiesOf(kind: GroupKind, mine: number, levels: Levels): GroupAbilities {
  const maySet = (type: string): boolean => mine >= levels.toSet(type);
  return {
    add: mine >= levels.invite,
    change: ['m.room.name', 'm.room.avatar', 'm.room.topic'].every(maySet),
    setPermissions: maySet('m.room.power_levels') && mine >= ROLE_LEVELS.admin,
    setSlowMode: kind !== 'community' && maySet(SLOW_MODE_TYPE),
    // Who is in its community joins a channel.
    setApproval: kind !== 'channel' && maySet('m.room.join_rules'),
    unban: mine >= levels.ban && mine >= levels.kick,
    seeAllLinks: mine >= ROLE_LEVELS.moderator,
  };
}

/** The member with the highest role, the longest in the group among equals: see `docs/reference/conversations/groups.md`. */
function heirOf({ room, kind, me, people, levels }: Reading): Person | null {
  if (kind === 'channel') return null;
  const others = room.getMembers().filter(({ membership, userId }) => {
    return membership === 'join' && userId !== me;
  });
  const isOwner = (userId: string): boolean => roleOfLevel(levels.of(userId)) === 'owner';
  if (!isOwner(me) || others.some(({ userId }) => isOwner(userId))) return null;
  const sinceMs = (member: RoomMember): number => member.events.member?.getTs() ?? 0;
  const level = ({ userId }: RoomMember): number => ROLE_LEVELS[roleOfLevel(levels.of(userId))];
  const [heir] = others.toSorted((a, b) => level(b) - level(a) || sinceMs(a) - sinceMs(b));
  // SAFETY: as above.
  return heir ? people.inRoom(heir.userId as UserId, room) : null;
}

/** Who reads a group, and with what. */
export interface GroupReader {
  readonly me: UserId;
  readonly people: People;
  readonly presence: Pick<PresenceBook, 'of'>;
  readonly everyoneIsKnown: boolean;
}

/** What a group is, as far as this device knows it. */
export function readGroup(
  room: Room,
  { me, people, presence, everyoneIsKnown }: GroupReader,
): GroupState {
  const levels = levelsOf(room);
  const kind = kindOf(room, me);
  const told = tellsPresence(room) ? presence : null;
  const reading = { room, kind, me, people, presence: told, levels };
  const banned = room.getMembers().filter(({ membership }) => membership === 'ban');
  const seconds = stateField(room, SLOW_MODE_TYPE, 'seconds');
  const topic = stateField(room, 'm.room.topic', 'topic');
  return {
    kind,
    name: safeName(stateField(room, 'm.room.name', 'name')),
    description: typeof topic === 'string' ? topic : '',
    avatar: room.getMxcAvatarUrl(),
    members: everyoneIsKnown ? readMembers(reading) : null,
    banned: banned.map((member) => ({
      // SAFETY: as above.
      person: people.inRoom(member.userId as UserId, room),
      reason: safeName(contentOf(member)['reason']),
    })),
    myRole: roleOfLevel(levels.of(me)),
    myLabel: safeName(contentOf(room.getMember(me))[LABEL_FIELD]),
    permissions: permissionsOf(levels),
    slowModeSeconds: typeof seconds === 'number' ? seconds : 0,
    approval: stateField(room, 'm.room.join_rules', 'join_rule') === 'knock',
    can: abilitiesOf(kind, levels.of(me), levels),
    heir: heirOf(reading),
  };
}
