import type { DeviceSummary } from '@sotto/client';
import { FormDialog, TextField } from '@sotto/ui';
import { useState } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';

export interface DeviceDialogProps {
  readonly device: DeviceSummary;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Gives a device a name its owner knows it by. */
export function RenameDialog({ device, onClose, onDone }: DeviceDialogProps) {
  const account = useAccount();
  const attempt = useAttempt();
  const [name, setName] = useState(device.name);

  async function save(): Promise<void> {
    const saved = await attempt.run(async () =>
      (await account.devices()).rename(device.id, name.trim()),
    );
    if (saved) onDone();
  }

  return (
    <FormDialog
      title="Rename device"
      size="small"
      submitLabel="Save"
      busy={attempt.busy}
      complete={name.trim() !== ''}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Device name"
        autoComplete="off"
        maxLength={100}
        value={name}
        onValueChange={setName}
        error={attempt.problem?.message ?? null}
        hint="Only you see your devices’ names."
      />
    </FormDialog>
  );
}
