import {
  canInvite,
  GROUP_LINK_FIELD,
  GROUP_LINKS_MAX,
  HISTORY_FIELD,
  joinRuleOf,
  powerLevelOf,
  ROLE_LEVELS,
  type JsonObject,
  type Membership,
  type RoomId,
  type UserId,
} from '@sotto/protocol';
import {
  createLinkMaker,
  noSuchLink,
  type LinkMakerDeps,
  type LinkWish,
} from '../../../links/index.ts';
import { checkIn, type Draft, type RoomService, type RoomView } from '../../rooms/index.ts';
import { refuse } from '../errors.ts';
import { removedAtMs } from '../gate-rules.ts';
import type { PeoplePort } from '../ports.ts';
import { linkStore, type GroupLink } from './link-store.ts';

export type { GroupLink };

/** Links that let people into a group. */
export interface LinkService {
  create(by: UserId, roomId: RoomId, wish: LinkWish): Promise<GroupLink>;
  list(by: UserId, roomId: RoomId): Promise<readonly GroupLink[]>;
  revoke(by: UserId, token: string): Promise<void>;
  /** What it leads to. A link that no longer works is like one that never was. */
  find(by: UserId, token: string): Promise<LinkTarget>;
  /** Joins the group, or asks to be let in. Doing it again changes nothing. */
  join(by: UserId, token: string, reason: string | null): Promise<Joined>;
}

export interface LinkTarget {
  readonly link: GroupLink;
  readonly room: RoomView;
  readonly membership: Membership | null;
  readonly needsApproval: boolean;
}

export interface Joined {
  readonly roomId: RoomId;
  readonly membership: 'join' | 'knock';
}

export interface LinkDeps extends LinkMakerDeps {
  readonly rooms: Pick<RoomService, 'append' | 'findView'>;
  readonly people: PeoplePort;
}

/** As many as a moderator is shown. */
const LISTED_MAX = 1_000;

export function createLinkService(deps: LinkDeps): LinkService {
  const { db, clock, rooms, people } = deps;
  const maker = createLinkMaker(linkStore, deps);

  async function getRoomOf(by: UserId, roomId: RoomId): Promise<RoomView> {
    return checkIn(await rooms.findView(db.read, roomId), by);
  }

  async function getOpen(token: string): Promise<GroupLink> {
    const link = await linkStore.findOpen(db.read, token, clock.nowMs());
    if (!link) throw noSuchLink();
    return link;
  }

  return {
    async create(by, roomId, wish) {
      const link = maker.draft(wish, { roomId, createdBy: by });
      if (!canInvite(by, await getRoomOf(by, roomId))) {
        throw refuse('cannot_add', 'You may not add people to this group.');
      }
      await maker.keep(link, {
        by,
        max: GROUP_LINKS_MAX,
        text: `You can have ${GROUP_LINKS_MAX} links to a group. Revoke one first.`,
      });
      return link;
    },

    async list(by, roomId) {
      const room = await getRoomOf(by, roomId);
      const shown = isModerator(by, room) ? { roomId } : { roomId, createdBy: by };
      return linkStore.list(db.read, shown, LISTED_MAX);
    },

    async revoke(by, token) {
      const link = await linkStore.find(db.read, token);
      const room = link && (await rooms.findView(db.read, link.roomId));
      const isAllowed =
        room?.membershipOf(by) === 'join' && (link?.createdBy === by || isModerator(by, room));
      if (!isAllowed) throw noSuchLink();
      await db.write((txn) => linkStore.remove(txn, { token }));
    },

    async find(by, token) {
      const link = await getOpen(token);
      const room = checkOpen(await rooms.findView(db.read, link.roomId), link, by);
      const membership = room.membershipOf(by);
      return { link, room, membership, needsApproval: needsApproval(room) };
    },

    async join(by, token, reason) {
      const link = await linkStore.find(db.read, token);
      const profile = await people.findProfile(db.read, by);
      if (!link || !profile) throw noSuchLink();
      const { view } = await rooms.append({
        roomId: link.roomId,
        plan: (found) => {
          const room = checkOpen(found, link, by);
          return draftEntry(room, { userId: by, profile }, { link, reason });
        },
        async alongside(txn) {
          if (!(await linkStore.use(txn, token, clock.nowMs()))) throw noSuchLink();
        },
      });
      const membership = view.membershipOf(by) === 'join' ? 'join' : 'knock';
      return { roomId: link.roomId, membership };
    },
  };
}

/** The room, while whoever made the link could let this person in by hand. */
function checkOpen(room: RoomView | null, { createdBy }: GroupLink, userId: UserId): RoomView {
  if (!room || !canInvite(createdBy, room) || room.membershipOf(userId) === 'ban') {
    throw noSuchLink();
  }
  return room;
}

function isModerator(userId: UserId, room: RoomView): boolean {
  return powerLevelOf(userId, room) >= ROLE_LEVELS.moderator;
}

function needsApproval(room: RoomView): boolean {
  return ['knock', 'knock_restricted'].includes(joinRuleOf(room));
}

/** What brings somebody into the room, as other Matrix clients see it: an invitation, and a join. */
function draftEntry(
  room: RoomView,
  { userId, profile }: { userId: UserId; profile: JsonObject },
  { link, reason }: { link: GroupLink; reason: string | null },
): Draft[] {
  const member = (sender: UserId, membership: Membership, more: JsonObject = {}): Draft => ({
    type: 'm.room.member',
    stateKey: userId,
    sender,
    content: { membership, ...profile, ...more },
  });
  const byLink = { [GROUP_LINK_FIELD]: true };
  const current = room.membershipOf(userId);
  if (current === 'join') return [];
  if (current === 'invite') return [member(userId, 'join')];
  if (needsApproval(room)) {
    const said = reason === null ? {} : { reason };
    return current === 'knock' ? [] : [member(userId, 'knock', { ...byLink, ...said })];
  }
  if (removedAtMs(room, userId) !== null) {
    throw refuse(
      'removed_before',
      'You were removed from this group. Ask somebody in it to add you.',
    );
  }
  return [
    member(link.createdBy, 'invite', { ...byLink, [HISTORY_FIELD]: { share: 'none' } }),
    member(userId, 'join'),
  ];
}
