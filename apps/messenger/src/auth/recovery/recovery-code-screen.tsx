import { Button, Checkbox, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { DoorFrame } from '../door-frame.tsx';
import { useRecoveryPrompt } from '../recovery-prompt-context.tsx';
import { RecoveryCodeCard } from './recovery-code-card.tsx';

/** Right after signing up, and whenever the reminder is followed. */
export function RecoveryCodeScreen({ code }: { readonly code: string }) {
  const account = useAccount();
  const me = useObservable(account.me);
  const { hide } = useRecoveryPrompt();
  const [kept, setKept] = useState(false);
  return (
    <DoorFrame
      title="Keep your recovery code"
      text="If you lose this device, this code opens your messages on the next one. There is no other copy, so nobody can send it to you."
    >
      <RecoveryCodeCard code={code} handle={me.handle} />
      <div className="mt-4">
        <Checkbox label="I have kept it somewhere safe" checked={kept} onCheckedChange={setKept} />
      </div>
      <div className="mt-4 flex flex-col gap-2">
        <Button
          variant="primary"
          size="large"
          stretch
          disabled={!kept}
          onClick={() => {
            account.keepRecoveryCode();
            hide();
          }}
        >
          Continue
        </Button>
        <Button variant="quiet" stretch onClick={hide}>
          Do this later
        </Button>
      </div>
    </DoorFrame>
  );
}
