import type { DeviceBook } from '@sotto/client';
import { useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

/** The book of devices once its script is here; null before. */
export function useDeviceBook(): DeviceBook | null {
  const account = useAccount();
  const [book, setBook] = useState<DeviceBook | null>(null);
  useEffect(() => {
    let gone = false;
    // NOTE: without a connection nothing of it could be used; the next screen asks again.
    account.devices().then(
      (opened) => !gone && setBook(opened),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [account]);
  return book;
}
