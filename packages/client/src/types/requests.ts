import type { HistoryChoice, RoomId } from '@sotto/protocol';
import type { Person } from './basic.ts';
import type { PersonCard } from './people.ts';

/** Somebody asks to talk, or asks me into a group. Reading it tells nobody. */
export interface RequestSummary {
  readonly id: RoomId;
  readonly from: Person;
  readonly receivedAtMs: number;
  readonly kind: 'direct' | 'group';
  /** The group's name, if it has one. */
  readonly groupName: string | null;
  /** The group I am asked into; null for a conversation of two. */
  readonly group: GroupOffer | null;
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

/** What a request shows of a message: words, never media, links or reactions. */
export interface RequestMessage {
  readonly key: string;
  readonly sentAtMs: number;
  /** `photo` and `file` can be opened once the request is accepted. */
  readonly kind: 'text' | 'photo' | 'file' | 'arriving' | 'other';
  /** Empty unless `kind` is `text`. */
  readonly text: string;
}
