import type { Contact, Person } from '@sotto/client';
import { matchesWords } from '../search-words.ts';

/** As many contacts as one looks through; the others are found by typing. */
const CONTACTS_SHOWN_MAX = 200;

/** People to choose from, under a heading of their own if there is more than one kind. */
export interface ChoiceGroup {
  readonly title: string;
  readonly people: readonly Person[];
}

function without(people: readonly Person[], shown: readonly Person[]): readonly Person[] {
  const above = new Set(shown.map(({ userId }) => userId));
  return people.filter(({ userId }) => !above.has(userId));
}

const contactsAmong = (contacts: readonly Contact[]) =>
  contacts.filter(({ contact }) => contact).map(({ person }) => person);

/** Before anything is typed: contacts by name, then whom else I write with. */
export function firstChoices(
  contacts: readonly Contact[],
  writtenWith: readonly Person[],
): readonly ChoiceGroup[] {
  const mine = contactsAmong(contacts);
  return [
    { title: 'Contacts', people: mine.slice(0, CONTACTS_SHOWN_MAX) },
    { title: 'People you write with', people: without(writtenWith, mine) },
  ].filter(({ people }) => people.length > 0);
}

/** What typing finds: first those I know, also by the names I gave them, then whom the search knows. */
export function foundChoices(
  contacts: readonly Contact[],
  found: readonly Person[],
  query: string,
): readonly ChoiceGroup[] {
  const mine = contactsAmong(contacts).filter(({ displayName, ownName = '', handle }) =>
    matchesWords([displayName, ownName, handle], query),
  );
  const others = without(found, mine);
  return [
    { title: 'Contacts', people: mine.slice(0, CONTACTS_SHOWN_MAX) },
    { title: mine.length > 0 ? 'Others' : 'People', people: others },
  ].filter(({ people }) => people.length > 0);
}

/** The same choices without some, who are chosen or there already. */
export function withoutPeople(
  groups: readonly ChoiceGroup[],
  userIds: readonly string[],
): readonly ChoiceGroup[] {
  const left = new Set(userIds);
  return groups
    .map(({ title, people }) => ({
      title,
      people: people.filter(({ userId }) => !left.has(userId)),
    }))
    .filter(({ people }) => people.length > 0);
}
