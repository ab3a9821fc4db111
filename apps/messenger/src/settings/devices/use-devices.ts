import type { Account, DeviceSummary } from '@sotto/client';
import { useCallback, useEffect, useState } from 'react';
import { useAccount } from '../../app/index.ts';

export type Devices =
  | { readonly kind: 'loading' | 'failed' }
  | { readonly kind: 'here'; readonly devices: readonly DeviceSummary[] };

/** The devices signed in as this person, this one first, and a way to ask again. */
export function useDevices(): { readonly state: Devices; readonly reload: () => void } {
  const account = useAccount();
  const [state, setState] = useState<Devices>({ kind: 'loading' });

  const reload = useCallback(() => {
    load(account).then(
      (devices) => setState({ kind: 'here', devices }),
      // NOTE: shown as a line with "Try again"; the reason is the connection's, not the person's.
      () => setState({ kind: 'failed' }),
    );
  }, [account]);
  useEffect(reload, [reload]);

  return { state, reload };
}

async function load(account: Account): Promise<readonly DeviceSummary[]> {
  return (await account.devices()).list();
}
