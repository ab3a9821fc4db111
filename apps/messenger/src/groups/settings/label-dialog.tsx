import type { Group } from '@sotto/client';
import { Button, Dialog, TextField } from '@sotto/ui';
import { useId, useState, type FormEvent } from 'react';
import { useAttempt } from '../../app/index.ts';
import { LABEL_LENGTH_MAX } from '../group-limits.ts';

export interface LabelDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** What I am in this group. */
export function LabelDialog({ group, onClose }: LabelDialogProps) {
  const attempt = useAttempt();
  const formId = useId();
  const [label, setLabel] = useState(group.state.get().myLabel);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await attempt.run(() => group.setLabel(label))) onClose();
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      title="Your label here"
      size="small"
      footer={
        <>
          <Button disabled={attempt.busy} onClick={onClose}>
            Cancel
          </Button>
          <Button form={formId} type="submit" variant="primary" busy={attempt.busy}>
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
          hint="What you are in this group. It gives you no rights."
        />
      </form>
    </Dialog>
  );
}
