import type { Person } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useMemo } from 'react';
import { useAccount } from '../../app/index.ts';

/** People this device has seen already, by handle: they are there without asking anybody. */
export function useKnownPeople(): ReadonlyMap<string, Person> {
  const account = useAccount();
  const me = useObservable(account.me);
  const contacts = useObservable(account.people.contacts);
  const conversations = useObservable(account.conversations);
  return useMemo(() => {
    const people = [
      ...conversations.flatMap(({ members, person }) => (person ? [person, ...members] : members)),
      ...(contacts ?? []).map(({ person }) => person),
      me,
    ];
    return new Map(people.map((person) => [person.handle, person]));
  }, [me, contacts, conversations]);
}
