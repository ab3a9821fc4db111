import type { Person } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useAccount } from '../../app/index.ts';
import { nameOf } from '../names.ts';

export interface PersonNames {
  /** What I call them. */
  readonly shown: string;
  /** What they call themselves, if I call them something else. */
  readonly own: string | null;
}

/** Both names of somebody, as they are now: a nickname may just have been given. */
export function usePersonNames(person: Person): PersonNames {
  const notes = useObservable(useAccount().people.notes);
  const own = person.ownName ?? nameOf(person);
  const nickname = notes?.get(person.userId)?.nickname ?? '';
  return nickname === '' ? { shown: own, own: null } : { shown: nickname, own };
}
