import type { Person } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../app/index.ts';
import { handleIn, mergePeople } from './search-words.ts';

/** A pause in typing this long is a question. */
const PAUSE_MS = 250;

export type PeopleSearch =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly people: readonly Person[] }
  | { readonly kind: 'failed'; readonly retry: () => void };

type Answer = { readonly query: string; readonly people: readonly Person[] | null };

/** Looks people up in the directory, and the one an exact handle names even if they are not in it. */
export function usePeopleSearch(query: string): PeopleSearch {
  const account = useAccount();
  const me = useObservable(account.me);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const sought = query.trim();

  const ask = useCallback(async (): Promise<readonly Person[]> => {
    const handle = handleIn(sought);
    const [exact, listed] = await Promise.all([
      handle === null ? null : account.findPerson(handle),
      account.findPeople(sought),
    ]);
    return mergePeople(exact, listed, me);
  }, [account, me, sought]);

  const search = useCallback(() => {
    let current = true;
    function settle(people: readonly Person[] | null) {
      if (current) setAnswer({ query: sought, people });
    }
    void ask().then(settle, () => settle(null));
    return () => {
      current = false;
    };
  }, [ask, sought]);

  useEffect(() => {
    if (sought === '') return undefined;
    let stop = () => {};
    const timer = setTimeout(() => {
      stop = search();
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [search, sought]);

  if (sought === '') return { kind: 'idle' };
  if (answer === null || answer.query !== sought) return { kind: 'searching' };
  if (answer.people !== null) return { kind: 'found', people: answer.people };
  return {
    kind: 'failed',
    retry() {
      setAnswer(null);
      search();
    },
  };
}
