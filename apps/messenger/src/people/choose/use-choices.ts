import type { Person } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useMemo } from 'react';
import { useAccount } from '../../app/index.ts';
import { usePeopleSearch, type PeopleSearch } from '../use-people-search.ts';
import { firstChoices, foundChoices, withoutPeople, type ChoiceGroup } from './choices.ts';
import { knownPeople } from './known-people.ts';

export interface Choices {
  readonly groups: readonly ChoiceGroup[];
  /** Everybody in the groups, in their order. */
  readonly people: readonly Person[];
  readonly search: PeopleSearch;
}

const nobody: readonly string[] = [];

/** Whom a field's words find: people I know at first, then whom the search knows. */
export function useChoices(query: string, without: readonly string[] = nobody): Choices {
  const account = useAccount();
  const conversations = useObservable(account.conversations);
  const contacts = useObservable(account.people.contacts);
  const search = usePeopleSearch(query);
  const left = without.join(' ');
  const groups = useMemo(() => {
    const choices =
      search.kind === 'idle'
        ? firstChoices(contacts ?? [], knownPeople(conversations))
        : foundChoices(contacts ?? [], search.kind === 'found' ? search.people : [], query);
    return withoutPeople(choices, left.split(' '));
  }, [contacts, conversations, search, query, left]);
  const people = useMemo(() => groups.flatMap((group) => group.people), [groups]);
  return { groups, people, search };
}
