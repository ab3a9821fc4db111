import type { Person } from '@sotto/client';
import type { UserId } from '@sotto/protocol';
import { useObservable } from '@sotto/ui';
import { useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

/** Somebody of whom only the id is known, by name once it is found out. */
export function useBlockedPerson(userId: UserId): Person {
  const account = useAccount();
  const me = useObservable(account.me);
  const [found, setFound] = useState<Person | null>(null);

  useEffect(() => {
    let current = true;
    account.findPerson(userId).then(
      (person) => current && setFound(person),
      // NOTE: the username says whom it is about well enough.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [account, userId]);

  const [name = '', server] = userId.split(/:(.*)/su);
  const handle = me.userId.endsWith(`:${server}`) ? name : userId;
  return found ?? { userId, handle, displayName: name.slice(1), avatar: null };
}
