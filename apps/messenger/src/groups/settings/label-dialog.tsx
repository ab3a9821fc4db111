import type { Group } from '@sotto/client';
import { FormDialog, TextField } from '@sotto/ui';
import { useState } from 'react';
import { useAttempt } from '../../app/index.ts';
import { LABEL_LENGTH_MAX } from '../group-limits.ts';

export interface LabelDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** What I am in this group. */
export function LabelDialog({ group, onClose }: LabelDialogProps) {
  const attempt = useAttempt();
  const { kind, myLabel } = group.state.get();
  const [label, setLabel] = useState(myLabel);

  async function save(): Promise<void> {
    if (await attempt.run(() => group.setLabel(label))) onClose();
  }
  return (
    <FormDialog
      title="Your label here"
      size="small"
      submitLabel="Save"
      busy={attempt.busy}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Label"
        dir="auto"
        autoComplete="off"
        placeholder="Treasurer"
        maxLength={LABEL_LENGTH_MAX}
        value={label}
        onValueChange={(next) => {
          attempt.forget();
          setLabel(next);
        }}
        error={attempt.problem?.message ?? null}
        hint={`What you are in this ${kind}. It gives you no rights.`}
      />
    </FormDialog>
  );
}
