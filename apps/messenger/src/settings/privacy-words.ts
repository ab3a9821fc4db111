import type { Audiences, SharedTraces } from '@sotto/client';
import type { Audience, VisibleThing } from '@sotto/protocol';

const audiences: readonly { readonly value: Audience; readonly label: string }[] = [
  { value: 'everyone', label: 'Everyone in my conversations' },
  { value: 'contacts', label: 'My contacts' },
  { value: 'nobody', label: 'Nobody' },
];

export interface Visible {
  readonly thing: VisibleThing;
  readonly label: string;
  /** What they see who may see it. */
  readonly shown: string;
  readonly hidden: string;
  /** The switch of my devices that hides it from everyone, whatever the server is told. */
  readonly preference: keyof SharedTraces | null;
}

export const visibles: readonly Visible[] = [
  {
    thing: 'receipts',
    label: 'Read receipts',
    shown: 'They see when you have read what they sent, and you see it of them.',
    hidden: 'Nobody sees what you have read, and you do not see it of others.',
    preference: 'sendReadReceipts',
  },
  {
    thing: 'typing',
    label: 'Typing',
    shown: 'They see when you are writing, and you see it of them.',
    hidden: 'Nobody sees you writing, and you do not see others writing.',
    preference: 'sendTyping',
  },
  {
    thing: 'presence',
    label: 'Online status',
    shown: 'They see when you are here, and you see it of them.',
    hidden: 'Nobody sees when you are here, and you do not see it of others.',
    preference: 'sharePresence',
  },
  {
    thing: 'last_seen',
    label: 'Last active',
    shown: 'They see when you were last here, and you see it of them.',
    hidden: 'Nobody sees when you were last here, and you do not see it of others.',
    preference: null,
  },
];

/** Who sees it, all told. */
export function audienceOf(
  { thing, preference }: Visible,
  set: Audiences,
  preferences: SharedTraces,
): Audience {
  return preference !== null && !preferences[preference] ? 'nobody' : set[thing];
}

/** What a minor can choose: when they are there, their contacts see at most. */
export function audiencesFor({ thing }: Visible, { minor }: { readonly minor: boolean }) {
  const isWatched = thing === 'presence' || thing === 'last_seen';
  return minor && isWatched ? audiences.filter(({ value }) => value !== 'everyone') : audiences;
}

/** Which of my traces anybody sees at all. */
export function sharedWith(set: Audiences, preferences: SharedTraces): SharedTraces {
  return {
    sendReadReceipts: preferences.sendReadReceipts && set.receipts !== 'nobody',
    sendTyping: preferences.sendTyping && set.typing !== 'nobody',
    sharePresence: preferences.sharePresence && set.presence !== 'nobody',
  };
}
