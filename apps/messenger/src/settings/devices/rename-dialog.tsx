import type { DeviceSummary } from '@sotto/client';
import { Button, Dialog, TextField } from '@sotto/ui';
import { useId, useState, type FormEvent } from 'react';
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
  const formId = useId();
  const [name, setName] = useState(device.name);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return;
    const saved = await attempt.run(async () =>
      (await account.devices()).rename(device.id, name.trim()),
    );
    if (saved) onDone();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename device"
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            form={formId}
            type="submit"
            variant="primary"
            busy={attempt.busy}
            disabled={name.trim() === ''}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          void save(event);
        }}
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
      </form>
    </Dialog>
  );
}
