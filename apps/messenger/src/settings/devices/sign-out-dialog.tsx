import type { DeviceSummary } from '@sotto/client';
import { useAccount } from '../../app/index.ts';
import { isolated } from '../../people/names.ts';
import { PasswordDialog } from '../security/password-dialog.tsx';

export interface SignOutDialogProps {
  /** One other device, or all of them. */
  readonly devices: readonly DeviceSummary[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Ends other devices' access at once. */
export function SignOutDialog({ devices, onClose, onDone }: SignOutDialogProps) {
  const account = useAccount();
  const [only] = devices;
  const isOne = devices.length === 1 && only !== undefined;
  return (
    <PasswordDialog
      title={isOne ? `Sign out “${isolated(only.name)}”?` : 'Sign out all other devices?'}
      text={
        isOne
          ? 'It stops receiving messages at once. What is already stored on it stays there until Sotto is opened on it again.'
          : `${devices.length} devices stop receiving messages at once; only this one stays signed in. What is already stored on them stays there until Sotto is opened on them again.`
      }
      confirmLabel={isOne ? 'Sign out' : 'Sign out all'}
      danger
      onConfirm={async (password) =>
        (await account.devices()).signOut(
          devices.map(({ id }) => id),
          password,
        )
      }
      onClose={onClose}
      onDone={onDone}
    />
  );
}
