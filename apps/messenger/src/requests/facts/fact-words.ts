import type { PersonCard, RequestSummary } from '@sotto/client';
import { isolated } from '../../people/names.ts';

/** Something the server knows of whoever asks or where they ask one to, and they cannot choose. */
export interface Fact {
  readonly key:
    | 'business'
    | 'link'
    | 'contact'
    | 'follow'
    | 'contacts'
    | 'groups'
    | 'joined'
    | 'name'
    | 'photo'
    | 'keys'
    | 'history'
    | 'door';
  /** `caution`: somebody one knows may not be who writes. */
  readonly tone: 'plain' | 'caution';
  readonly text: string;
}

/** How moments are told to the reader. */
export interface FactReader {
  readonly nowMs: number;
  readonly dayNumber: (ms: number) => number;
  /** `March 2024`. */
  readonly month: (ms: number) => string;
}

const DAY_MS = 86_400_000;
/** A change is worth a word for so long. */
const LATELY_DAYS = 30;

function daysAgoWords(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}`;
}

function joinedWords(createdMs: number, { nowMs, month }: FactReader): string {
  // Of the account's beginning only the day is known, and that is a day of UTC.
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(createdMs / DAY_MS);
  return days < LATELY_DAYS
    ? `Joined Sotto ${daysAgoWords(days)}`
    : `On Sotto since ${month(createdMs)}`;
}

function followWords({ follows, followsMe }: PersonCard): string | null {
  if (follows && followsMe) return 'You follow each other';
  if (followsMe) return 'Follows you';
  return follows ? 'You follow them' : null;
}

function commonFacts({ mutualContacts, mutualGroups }: PersonCard): readonly Fact[] {
  const contacts = counted(mutualContacts, 'One of your contacts knows', 'of your contacts know');
  if (mutualContacts + mutualGroups === 0) {
    return plain('groups', 'No contacts or groups in common');
  }
  return [
    ...plain('contacts', mutualContacts > 0 ? `${contacts} them` : null),
    ...plain(
      'groups',
      mutualGroups > 0 ? `${counted(mutualGroups, 'One group', 'groups')} in common` : null,
    ),
  ];
}

function plain(key: Fact['key'], text: string | null): readonly Fact[] {
  return text === null ? [] : [{ key, tone: 'plain', text }];
}

function changeOf(
  what: { readonly key: Fact['key']; readonly after: string; readonly lately: string },
  changedMs: number | null,
  { receivedAtMs, reader }: { receivedAtMs: number; reader: FactReader },
): readonly Fact[] {
  if (changedMs === null) return [];
  const { key, after, lately } = what;
  if (changedMs > receivedAtMs) return [{ key, tone: 'caution', text: after }];
  const days = reader.dayNumber(reader.nowMs) - reader.dayNumber(changedMs);
  if (days > LATELY_DAYS) return [];
  return [{ key, tone: 'plain', text: `${lately} ${daysAgoWords(days)}` }];
}

/** What helps to tell who asks, cautions first. Nothing before it is known. */
export function factsOf(
  { card, receivedAtMs }: Pick<RequestSummary, 'card' | 'receivedAtMs'>,
  reader: FactReader,
): readonly Fact[] {
  if (card === null) return [];
  const when = { receivedAtMs, reader };
  const name = {
    key: 'name' as const,
    after: 'Changed their name after writing to you',
    lately: 'Changed their name',
  };
  const photo = {
    key: 'photo' as const,
    after: 'Changed their photo after writing to you',
    lately: 'Their photo changed',
  };
  const keys = {
    key: 'keys' as const,
    after: 'Their identity changed after they wrote to you',
    lately: 'Their identity changed',
  };
  const link = card.linkLabel;
  const facts = [
    ...plain('business', card.business ? 'Business' : null),
    ...plain('link', link === null ? null : `Came through your link “${isolated(link)}”`),
    ...plain('contact', card.contact ? 'One of your contacts' : null),
    ...plain('follow', followWords(card)),
    ...commonFacts(card),
    ...plain('joined', joinedWords(card.accountCreatedMs, reader)),
    ...changeOf(name, card.nameChangedMs, when),
    ...changeOf(photo, card.photoChangedMs, when),
    ...changeOf(keys, card.keysChangedMs, when),
  ];
  return facts.toSorted((a, b) => Number(b.tone === 'caution') - Number(a.tone === 'caution'));
}
