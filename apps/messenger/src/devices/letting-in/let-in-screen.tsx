import type { AskingDevice } from '@sotto/client';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { BackButton, Pane, PaneHeader } from '../../app/index.ts';
import { codeInHash } from '../linking/link-address.ts';
import { CheckDevice } from './check-device.tsx';
import { EnterCode } from './enter-code.tsx';
import { Comparing } from './comparing.tsx';
import { Stopped } from './stopped.tsx';

type Step =
  | { readonly kind: 'code' }
  | { readonly kind: 'check'; readonly asking: AskingDevice }
  | { readonly kind: 'comparing'; readonly asking: AskingDevice }
  | { readonly kind: 'stopped'; readonly reason: string };

/** `/link`: this device lets a new one in. A scanned code comes with the address and leaves it at once. */
export function LetInScreen() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [scanned, setScanned] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'code' });

  const found = codeInHash(hash);
  if (found !== '' && found !== scanned) {
    setScanned(found);
    setStep({ kind: 'code' });
  }
  useEffect(() => {
    // Not to stay in the history, nor to be shared with the address.
    if (hash !== '') void navigate({ to: '/link', hash: '', replace: true });
  }, [hash, navigate]);

  return (
    <Pane
      label="Link a device"
      header={<PaneHeader title="Link a device" back={<BackButton to="/" />} />}
    >
      <div className="m-auto w-full max-w-md animate-appear p-6">
        {step.kind === 'code' && (
          <EnterCode
            key={scanned}
            scanned={scanned}
            onFound={(asking) => setStep({ kind: 'check', asking })}
          />
        )}
        {step.kind === 'check' && (
          <CheckDevice
            asking={step.asking}
            onLetIn={() => setStep({ kind: 'comparing', asking: step.asking })}
            onStopped={(reason) => setStep({ kind: 'stopped', reason })}
          />
        )}
        {step.kind === 'comparing' && <Comparing asking={step.asking} />}
        {step.kind === 'stopped' && (
          <Stopped
            reason={step.reason}
            onAgain={() => {
              setScanned('');
              setStep({ kind: 'code' });
            }}
          />
        )}
      </div>
    </Pane>
  );
}
