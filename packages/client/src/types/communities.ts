import type { GroupRole, RoomId } from '@sotto/protocol';
import type { Observable } from '../observable.ts';
import type { Outcome, Person } from './basic.ts';

/** What a conversation is in its community. */
export interface ChannelFacts {
  readonly community: RoomId;
  /** Everybody reads, only staff write. */
  readonly announcement: boolean;
  /** Nobody writes any more. */
  readonly closed: boolean;
  readonly mayWrite: boolean;
}

export interface ChannelSummary {
  readonly id: RoomId;
  readonly name: string;
  readonly topic: string | null;
  readonly announcement: boolean;
  readonly closed: boolean;
  /** What is not joined can be. */
  readonly joined: boolean;
  readonly unreadCount: number;
}

export interface CommunitySummary {
  readonly id: RoomId;
  readonly name: string;
  readonly topic: string | null;
  readonly avatar: string | null;
  readonly memberCount: number;
  readonly myRole: GroupRole;
  /** Whoever comes is let in by staff first. */
  readonly approval: boolean;
  /** Of all its channels. */
  readonly unreadCount: number;
  /** In the order of the community. Those I am not in are there once `open` has looked. */
  readonly channels: readonly ChannelSummary[];
  /** My conversations of two with people who are in it, as far as its people are known. */
  readonly directs: readonly RoomId[];
}

export interface ChannelWish {
  readonly name: string;
  readonly topic: string;
  readonly announcement: boolean;
}

export interface CommunityWish {
  readonly name: string;
  readonly topic: string;
  readonly photo: File | null;
  /** Whoever comes by a link is let in by staff first. */
  readonly approval: boolean;
  readonly channels: readonly ChannelWish[];
}

export interface CommunityMember {
  readonly person: Person;
  readonly role: GroupRole;
  /** What they say they are here; empty if nothing. */
  readonly label: string;
}

export interface CommunityMembers {
  readonly members: readonly CommunityMember[];
  readonly total: number;
  /** Hand it back for the next page; null after the last. */
  readonly next: string | null;
}

/** Communities I am in: their channels, their people. What else is done with one is `Groups.open`'s. */
export interface Communities {
  /** In the order of their names. */
  readonly all: Observable<readonly CommunitySummary[]>;
  /**
   * Looks for channels I could join, and for who is there. Call it when a community is shown. What I am in
   * is among `all` once it resolves.
   */
  open(id: RoomId): Promise<Outcome>;
  create(wish: CommunityWish): Promise<Outcome<RoomId>>;
  addChannel(id: RoomId, wish: ChannelWish): Promise<Outcome<RoomId>>;
  /** For good: it can be read, and nobody writes or joins. */
  closeChannel(id: RoomId, channelId: RoomId): Promise<Outcome>;
  joinChannel(channelId: RoomId): Promise<Outcome>;
  listMembers(id: RoomId, search: string, from: string | null): Promise<Outcome<CommunityMembers>>;
}
