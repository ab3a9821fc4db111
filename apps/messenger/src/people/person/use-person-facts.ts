import type { PersonCard, ProfileDetails, Relation } from '@sotto/client';
import type { UserId } from '@sotto/protocol';
import { useObservable } from '@sotto/ui';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

export type PersonFacts =
  | { readonly kind: 'asking' | 'failed' }
  /** Either is null where there is nobody, or nobody for me. */
  | {
      readonly kind: 'here';
      readonly card: PersonCard | null;
      readonly details: ProfileDetails | null;
    };

/** What the server tells of somebody, and they of themselves; asked for when it is to be shown. */
export function usePersonFacts(userId: UserId): {
  readonly facts: PersonFacts;
  readonly reload: () => void;
} {
  const { people } = useAccount();
  const contacts = useObservable(people.contacts);
  const [facts, setFacts] = useState<PersonFacts>({ kind: 'asking' });

  const reload = useCallback(() => {
    let current = true;
    Promise.all([people.findCard(userId), people.findDetails(userId)]).then(
      ([card, details]) => current && setFacts({ kind: 'here', card, details }),
      // NOTE: what was shown before is still right enough; else it is shown with "Try again".
      () => current && setFacts((before) => (before.kind === 'here' ? before : { kind: 'failed' })),
    );
    return () => {
      current = false;
    };
  }, [people, userId]);
  useEffect(reload, [reload]);

  if (facts.kind !== 'here' || !facts.card || !contacts) return { facts, reload };
  // What I said of them is known here at once.
  const mine = contacts.find(({ person }) => person.userId === userId);
  const { contact, follows }: Pick<Relation, 'contact' | 'follows'> = mine ?? {
    contact: false,
    follows: false,
  };
  return { facts: { ...facts, card: { ...facts.card, contact, follows } }, reload };
}
