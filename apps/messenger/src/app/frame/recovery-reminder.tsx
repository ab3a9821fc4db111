import { Banner, Button, useObservable } from '@sotto/ui';
import { KeyRound } from 'lucide-react';
import { useRecoveryPrompt } from '../../auth/recovery-prompt-context.tsx';
import { useAccount } from '../client-context.tsx';

/** A quiet line until the recovery code has been kept. */
export function RecoveryReminder() {
  const code = useObservable(useAccount().newRecoveryCode);
  const { show } = useRecoveryPrompt();
  if (code === null) return null;
  return (
    <div className="shrink-0 border-t border-line pb-[env(safe-area-inset-bottom)]">
      <Banner
        icon={<KeyRound />}
        action={
          <Button variant="quiet" size="small" onClick={show}>
            Show it
          </Button>
        }
      >
        Keep your recovery code. You’ll need it on a new device.
      </Banner>
    </div>
  );
}
