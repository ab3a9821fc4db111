import type { ShieldBook, ShieldSettings } from '@sotto/client';
import { useObservable, type ObservableLike } from '@sotto/ui';
import { useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

/** The account's part of the shield, null until it is here; and whether it will not come. */
export function useShieldOpening(): readonly [ShieldBook | null, boolean] {
  const account = useAccount();
  const [book, setBook] = useState<ShieldBook | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    // NOTE: without it nothing is warned of; the next screen asks again.
    account.openShield().then(
      (opened) => current && setBook(opened),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [account]);
  return [book, failed];
}

export const useShieldBook = (): ShieldBook | null => useShieldOpening()[0];

const NOT_KNOWN: ObservableLike<ShieldSettings | null> = {
  get: () => null,
  subscribe: () => () => undefined,
};

/** What is set; null until it is known. */
export function useShieldSettings(book: ShieldBook | null): ShieldSettings | null {
  return useObservable<ShieldSettings | null>(book?.settings ?? NOT_KNOWN);
}
