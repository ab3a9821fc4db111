import type { PhotoHash } from './people/photo-hash.ts';

/** What a warning is about. In `rules.json` they stand in the order of how much they matter. */
export type WarningKind =
  | 'same_name'
  | 'same_photo'
  | 'similar_photo'
  | 'text_target'
  | 'look_alike'
  | 'mixed_script'
  | 'code'
  | 'gift_card'
  | 'crypto'
  | 'money'
  | 'ip_link'
  | 'punycode'
  | 'shortener'
  | 'other_app';

/** One thing to be careful about, and why. */
export interface Warning {
  readonly kind: WarningKind;
  /** A whole sentence without its full stop, ready to show. */
  readonly reason: string;
  /** What it is drawn from, as it stands in the message: words, or the name a link really has. */
  readonly evidence: readonly string[];
}

export interface Link {
  /** Where it leads. */
  readonly href: string;
  /** What is written in its place. */
  readonly shown: string;
}

export interface SentMessage {
  readonly text: string;
  /** Beside the addresses that stand in the text, which are found here. */
  readonly links: readonly Link[];
}

export interface Sender {
  /**
   * `contact`: somebody I know. `new`: not a contact, or one who came to me and has not been here
   * long. What words ask for is only looked at in messages of the latter.
   */
  readonly relation: 'contact' | 'new';
  readonly userId: string;
  readonly displayName: string;
  /** Two equal ones are the same picture; null without a picture. */
  readonly photo: string | null;
  /** What the picture looks like, where that was looked at. */
  readonly photoHash?: PhotoHash | null;
}

/** Somebody whose name or picture others could borrow. */
export interface KnownPerson {
  readonly userId: string;
  /** What they are called: by me, and by themselves. */
  readonly names: readonly string[];
  readonly photo: string | null;
  readonly photoHash?: PhotoHash | null;
}

/** What is known besides the message. */
export interface Surroundings {
  /** Names of servers that are the reader's own, and so worth imitating. */
  readonly homeDomains: readonly string[];
}
