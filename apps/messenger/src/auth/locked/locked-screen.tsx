import type { ApprovalRequest, LockedAccount } from '@sotto/client';
import { useEffect, useRef, useState } from 'react';
import { Splash } from '../../app/frame/splash.tsx';
import { AskOtherDevice } from './ask-other-device.tsx';
import { StartOver } from './start-over.tsx';
import { UnlockWithCode } from './unlock-with-code.tsx';

type Way =
  /** Let in just now: the device that did it is asked by itself. */
  | { readonly kind: 'linked' }
  | { readonly kind: 'code' }
  | { readonly kind: 'device'; readonly request: ApprovalRequest }
  | { readonly kind: 'start_over' };

/** Signed in on a device that cannot read yet: the code, another device, or starting over. */
export function LockedScreen({ account }: { readonly account: LockedAccount }) {
  const [way, setWay] = useState<Way>({ kind: account.wasLinked ? 'linked' : 'code' });
  const asked = useRef(false);
  const back = (): void => setWay({ kind: 'code' });

  useEffect(() => {
    if (!account.wasLinked || asked.current) return;
    asked.current = true;
    account.askOtherDevice().then(
      (request) => setWay({ kind: 'device', request }),
      // NOTE: the other ways are still open, this one too.
      () => setWay({ kind: 'code' }),
    );
  }, [account]);

  switch (way.kind) {
    case 'code':
      return (
        <UnlockWithCode
          account={account}
          onAsked={(request) => setWay({ kind: 'device', request })}
          onStartOver={() => setWay({ kind: 'start_over' })}
        />
      );
    case 'linked':
      return <Splash />;
    case 'device':
      return <AskOtherDevice request={way.request} handle={account.me.handle} onBack={back} />;
    case 'start_over':
      return <StartOver account={account} onBack={back} />;
    default:
      return way satisfies never;
  }
}
