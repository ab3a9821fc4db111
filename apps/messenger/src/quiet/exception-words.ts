import type { QuietState } from '@sotto/client';
import type { RoomId, Treatment, UserId, VisibleThing } from '@sotto/protocol';

/** What may be seen of me, as it is called in a list. */
export const seenNames: readonly { readonly thing: VisibleThing; readonly label: string }[] = [
  { thing: 'receipts', label: 'Read receipts' },
  { thing: 'typing', label: 'Typing' },
  { thing: 'presence', label: 'Online status' },
  { thing: 'last_seen', label: 'Last active' },
];

/** The others belong to no conversation. */
export const seenInConversations = seenNames.slice(0, 2);

export type Seen = 'settings' | 'yes' | 'no';

export const seenChoices: readonly { readonly value: Seen; readonly label: string }[] = [
  { value: 'settings', label: 'As in settings' },
  { value: 'yes', label: 'Shown' },
  { value: 'no', label: 'Hidden' },
];

export function seenOf(exception: boolean | undefined): Seen {
  if (exception === undefined) return 'settings';
  return exception ? 'yes' : 'no';
}

export function exceptionOf(seen: Seen): boolean | null {
  return seen === 'settings' ? null : seen === 'yes';
}

export type Reach = Treatment | 'settings';

export const reachChoices: readonly { readonly value: Reach; readonly label: string }[] = [
  { value: 'settings', label: 'As in settings' },
  { value: 'accept', label: 'Arrives at once' },
  { value: 'request', label: 'As a request' },
  { value: 'blur', label: 'As a blurred request' },
  { value: 'ignore', label: 'Ignored silently' },
  { value: 'reject', label: 'Refused' },
];

function seenWords<Id extends string>(
  id: Id,
  exceptions: Readonly<Record<VisibleThing, ReadonlyMap<Id, boolean>>>,
): string[] {
  const said = (wanted: boolean) =>
    seenNames
      .filter(({ thing }) => exceptions[thing].get(id) === wanted)
      .map(({ label }) => label.toLowerCase());
  const [shown, hidden] = [said(true), said(false)];
  return [
    ...(shown.length > 0 ? [`Shown: ${shown.join(', ')}.`] : []),
    ...(hidden.length > 0 ? [`Hidden: ${hidden.join(', ')}.`] : []),
  ];
}

/** What is another than in settings for one person; empty if nothing is. */
export function personWords(state: QuietState, userId: UserId): string {
  const words = seenWords(userId, state.people);
  const reach = reachChoices.find(({ value }) => value === state.reach.get(userId));
  return [...words, ...(reach ? [`First message: ${reach.label.toLowerCase()}.`] : [])].join(' ');
}

export function conversationWords(state: QuietState, id: RoomId): string {
  return seenWords(id, state.conversations).join(' ');
}

export function seenInWords(state: QuietState, id: RoomId): string {
  return conversationWords(state, id) || 'As in settings.';
}

/** Everybody, and every conversation, that I make an exception for. */
export function exceptionIds(state: QuietState): {
  readonly people: readonly UserId[];
  readonly conversations: readonly RoomId[];
} {
  const people = new Set(state.reach.keys());
  const conversations = new Set<RoomId>();
  for (const { thing } of seenNames) {
    for (const userId of state.people[thing].keys()) people.add(userId);
    for (const id of state.conversations[thing].keys()) conversations.add(id);
  }
  return { people: [...people], conversations: [...conversations] };
}
