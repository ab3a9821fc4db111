import type { GroupPermission, GroupRole, HistoryChoice, RoomId, UserId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Person } from './basic.ts';
import type { Presence } from './conversation.ts';

/** A channel is a group of its community, whose roles hold in it; nothing is said in a community itself. */
export type GroupKind = 'group' | 'community' | 'channel';

/** Somebody in a group, on the way into it, or asking to be let in. */
export interface GroupMember {
  readonly person: Person;
  readonly membership: 'in' | 'invited' | 'asking';
  readonly role: GroupRole;
  /** Null for myself, for who is not in, in a large group, and where they or I hide it. */
  readonly presence: Presence | null;
  /** What they are in this group, such as "Treasurer"; it says nothing of what they may do. Empty if not set. */
  readonly label: string;
  /** What they wrote when they asked to be let in; else empty. */
  readonly reason: string;
  /** What whoever invited them lets them read of what was said before; null where it was not chosen. */
  readonly history: HistoryChoice | null;
  /** The roles I may give them, without the one they have; none if I may not. */
  readonly rolesToGive: readonly GroupRole[];
  readonly canRemove: boolean;
  readonly canBan: boolean;
}

/** Somebody who cannot come back. */
export interface BannedPerson {
  readonly person: Person;
  /** Empty where none was given. */
  readonly reason: string;
}

/** What I may do in a group as a whole. */
export interface GroupAbilities {
  readonly add: boolean;
  /** Name, photo and description. */
  readonly change: boolean;
  readonly setPermissions: boolean;
  readonly setSlowMode: boolean;
  readonly setApproval: boolean;
  readonly unban: boolean;
  /** See and end everybody's links; whoever may add people has links of their own. */
  readonly seeAllLinks: boolean;
}

export type GroupPermissions = Readonly<Record<GroupPermission, GroupRole>>;

export interface GroupState {
  readonly kind: GroupKind;
  /** Empty for a group that is called by its members. */
  readonly name: string;
  readonly description: string;
  readonly avatar: string | null;
  /** By role, then by name. Null until everybody is known. */
  readonly members: readonly GroupMember[] | null;
  readonly banned: readonly BannedPerson[];
  readonly myRole: GroupRole;
  readonly myLabel: string;
  /** The least role for each. */
  readonly permissions: GroupPermissions;
  /** 0 without slow mode. */
  readonly slowModeSeconds: number;
  /** Whoever wants to join has to be let in. */
  readonly approval: boolean;
  readonly can: GroupAbilities;
  /** Who becomes the owner if I leave; null if there is another one, or nobody is left. */
  readonly heir: Person | null;
}

/** Whoever has its address may join, or ask to be let in. */
export interface GroupLink {
  readonly token: string;
  /** To hand out. */
  readonly address: string;
  readonly label: string;
  readonly createdBy: Person;
  readonly createdMs: number;
  readonly uses: number;
  /** Null for any number. */
  readonly usesMax: number | null;
  /** Null for always. */
  readonly expiresMs: number | null;
}

export interface GroupLinkWish {
  readonly label: string;
  readonly usesMax: number | null;
  readonly expiresMs: number | null;
}

/** What a link leads to, for somebody deciding whether to follow it. */
export interface GroupLinkPreview {
  readonly name: string;
  readonly avatar: string | null;
  readonly description: string;
  readonly kind: GroupKind;
  readonly memberCount: number;
  readonly createdBy: Person;
  /** Somebody has to let one in. */
  readonly approval: boolean;
  readonly membership: 'none' | 'in' | 'invited' | 'asking';
  /** Only for those who are in it. */
  readonly id: RoomId | null;
}

/** One group, and what can be done with it. Close it when its screen goes away. */
export interface Group {
  readonly state: Observable<GroupState>;
  /** Adds people and, for those who may read what was said before, hands its keys on first. */
  add(userIds: readonly UserId[], history: HistoryChoice): Promise<Outcome>;
  /** Lets in somebody who asks. */
  letIn(userId: UserId): Promise<Outcome>;
  /** Takes somebody out, their invitation back, or says no to who asks. */
  remove(userId: UserId): Promise<Outcome>;
  ban(userId: UserId, reason: string): Promise<Outcome>;
  unban(userId: UserId): Promise<Outcome>;
  setRole(userId: UserId, role: GroupRole): Promise<Outcome>;
  setPermissions(change: Partial<GroupPermissions>): Promise<Outcome>;
  setLabel(label: string): Promise<Outcome>;
  setName(name: string): Promise<Outcome>;
  setDescription(description: string): Promise<Outcome>;
  setPhoto(photo: File | null): Promise<Outcome>;
  setSlowMode(seconds: number): Promise<Outcome>;
  setApproval(approval: boolean): Promise<Outcome>;
  leave(how: { readonly silent: boolean }): Promise<Outcome>;
  /** The newest first. */
  listLinks(): Promise<readonly GroupLink[]>;
  createLink(wish: GroupLinkWish): Promise<Outcome<GroupLink>>;
  revokeLink(token: string): Promise<Outcome>;
  close(): void;
}

/** The groups of an account, and the ways into others. */
export interface Groups {
  /** Also for a conversation of two, which may grow. Null when there is no such conversation. */
  open(id: RoomId): Promise<Group | null>;
  create(wish: {
    readonly name: string;
    readonly photo: File | null;
    readonly userIds: readonly UserId[];
  }): Promise<Outcome<RoomId>>;
  /** Null if it does not work, or not any more. */
  findLink(token: string): Promise<GroupLinkPreview | null>;
  /** Joins, and resolves once this device has it, or asks to be let in. `reason` is for those who decide. */
  joinByLink(
    token: string,
    reason: string,
  ): Promise<Outcome<{ readonly id: RoomId; readonly membership: 'in' | 'asking' }>>;
}
