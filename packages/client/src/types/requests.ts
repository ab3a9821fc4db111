import type { HistoryChoice, RoomId } from '@sotto/protocol';
import type { Person } from './basic.ts';
import type { PersonCard } from './people.ts';

/** Somebody asks to talk, or asks me into a group or a community. Reading it tells nobody. */
export interface RequestSummary {
  readonly id: RoomId;
  readonly from: Person;
  readonly receivedAtMs: number;
  readonly kind: 'direct' | 'group' | 'community';
  /** The name of the group or community, if it has one. */
  readonly groupName: string | null;
  /** The group or community I am asked into; null for a conversation of two. */
  readonly group: GroupOffer | null;
  /** What a community tells beside; null for anything else. */
  readonly community: CommunityOffer | null;
  /** Name, photo and messages are shown only when asked to. */
  readonly blurred: boolean;
  /** What they wrote so far, oldest first, at most three. Null until it is known. */
  readonly messages: readonly RequestMessage[] | null;
  /** Null until it is known. */
  readonly card: PersonCard | null;
}

/** A group as somebody sees it who is asked to join. */
export interface GroupOffer {
  /** An `mxc://` address for `media.avatarUrl`, or null. */
  readonly avatar: string | null;
  readonly description: string;
  /** How many people are in it. Null until it is known. */
  readonly memberCount: number | null;
  /** Who of them I know, as they know me; not who asks. At most twenty. */
  readonly known: readonly Person[];
  /** What I will be able to read of the past; `joined`: only what is said once I am in. Null until it is known. */
  readonly readable: HistoryChoice | { readonly share: 'joined' } | null;
}

/** What a community tells whom it asks in, beside what a group does. */
export interface CommunityOffer {
  /** Whoever comes by a link is let in by staff first. */
  readonly approval: boolean;
  /** Null until it is known. */
  readonly channelCount: number | null;
}

/** What a request shows of a message: words, never media, links or reactions. */
export interface RequestMessage {
  readonly key: string;
  readonly sentAtMs: number;
  /** `photo` and `file` can be opened once the request is accepted. */
  readonly kind: 'text' | 'photo' | 'file' | 'arriving' | 'other';
  /** Empty unless `kind` is `text`. */
  readonly text: string;
}
