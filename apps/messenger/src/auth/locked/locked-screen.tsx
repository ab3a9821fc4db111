import type { ApprovalRequest, LockedAccount } from '@sotto/client';
import { useState } from 'react';
import { AskOtherDevice } from './ask-other-device.tsx';
import { StartOver } from './start-over.tsx';
import { UnlockWithCode } from './unlock-with-code.tsx';

type Way =
  | { readonly kind: 'code' }
  | { readonly kind: 'device'; readonly request: ApprovalRequest }
  | { readonly kind: 'start_over' };

/** Signed in on a device that cannot read yet: the code, another device, or starting over. */
export function LockedScreen({ account }: { readonly account: LockedAccount }) {
  const [way, setWay] = useState<Way>({ kind: 'code' });
  const back = (): void => setWay({ kind: 'code' });
  switch (way.kind) {
    case 'code':
      return (
        <UnlockWithCode
          account={account}
          onAsked={(request) => setWay({ kind: 'device', request })}
          onStartOver={() => setWay({ kind: 'start_over' })}
        />
      );
    case 'device':
      return <AskOtherDevice request={way.request} onBack={back} />;
    case 'start_over':
      return <StartOver account={account} onBack={back} />;
    default:
      return way satisfies never;
  }
}
