import { useAccount } from '../../app/index.ts';
import { PasswordDialog } from '../security/password-dialog.tsx';
import type { DeviceDialogProps } from './rename-dialog.tsx';

/** Ends another device's access at once. */
export function SignOutDeviceDialog({ device, onClose, onDone }: DeviceDialogProps) {
  const account = useAccount();
  return (
    <PasswordDialog
      title={`Sign out “${device.name}”?`}
      text="It stops receiving messages at once. What is already stored on it stays there until Sotto is opened on it again."
      confirmLabel="Sign out"
      danger
      onConfirm={(password) => account.signOutDevice(device.id, password)}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
