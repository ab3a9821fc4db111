import type { RoomId } from '@sotto/protocol';
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
  /** Name, photo and messages are shown only when asked to. */
  readonly blurred: boolean;
  /** What they wrote so far, oldest first, at most three. Null until it is known. */
  readonly messages: readonly RequestMessage[] | null;
  /** Null until it is known. */
  readonly card: PersonCard | null;
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
