import { Button, ConfirmDialog, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { SectionCard } from '../section-card.tsx';

/** Leaving this device, and what that takes with it. */
export function SignOutSection() {
  const account = useAccount();
  const me = useObservable(account.me);
  const unkeptCode = useObservable(account.newRecoveryCode) !== null;
  const [asking, setAsking] = useState(false);
  return (
    <SectionCard id="sign-out" title="Sign out">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-56">
          Signed in as <bdi className="font-medium break-all">{me.handle}</bdi>.
        </p>
        <Button size="small" onClick={() => setAsking(true)}>
          Sign out
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={unkeptCode ? 'Sign out without keeping your code?' : 'Sign out of this device?'}
        text={
          unkeptCode
            ? 'You have not kept your recovery code. Unless another device of yours is signed in, your messages can never be read again.'
            : 'Your messages are removed from this device. To read them here again you need your recovery code or another device.'
        }
        confirmLabel="Sign out"
        danger={unkeptCode}
        onConfirm={() => account.signOut()}
      />
    </SectionCard>
  );
}
