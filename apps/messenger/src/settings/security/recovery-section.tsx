import { Button, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { RecoveryCodeCard } from '../../auth/recovery/recovery-code-card.tsx';
import { SectionCard } from '../section-card.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** The code that opens messages on a new device: kept, to be kept, or made anew. */
export function RecoverySection() {
  const account = useAccount();
  const me = useObservable(account.me);
  const code = useObservable(account.newRecoveryCode);
  const [asking, setAsking] = useState(false);
  return (
    <SectionCard
      id="recovery"
      title="Recovery code"
      text="It opens your messages on a new device when you have no other one at hand."
    >
      {code === null ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="min-w-0 flex-1 basis-56">
            You have kept your code. If it is lost or someone has seen it, make a new one.
          </p>
          <Button size="small" onClick={() => setAsking(true)}>
            Make a new code
          </Button>
        </div>
      ) : (
        <div>
          <RecoveryCodeCard code={code} handle={me.handle} />
          <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-56 text-small text-quiet">
              There is no other copy. It disappears from here once you have kept it.
            </p>
            <Button size="small" variant="primary" onClick={() => account.keepRecoveryCode()}>
              I have kept it
            </Button>
          </div>
        </div>
      )}
      {asking && (
        <PasswordDialog
          title="Make a new recovery code?"
          text="The code you have now stops working at once. Your messages stay as they are."
          confirmLabel="Make a new code"
          onConfirm={(password) => account.makeRecoveryCode(password)}
          onClose={() => setAsking(false)}
          onDone={() => setAsking(false)}
        />
      )}
    </SectionCard>
  );
}
