import type { Outcome } from '@sotto/client';
import { Button, Dialog, PasswordField } from '@sotto/ui';
import { useId, useState, type FormEvent } from 'react';
import { useAttempt } from '../../app/index.ts';

export interface PasswordDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly onConfirm: (password: string) => Promise<Outcome<unknown>>;
  readonly onClose: () => void;
  /** Once it worked. */
  readonly onDone: () => void;
}

/** An act that asks for the password again. */
export function PasswordDialog({
  title,
  text,
  confirmLabel,
  danger = false,
  onConfirm,
  onClose,
  onDone,
}: PasswordDialogProps) {
  const attempt = useAttempt();
  const formId = useId();
  const [password, setPassword] = useState('');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (password === '') return;
    const worked = await attempt.run(() => onConfirm(password));
    if (worked) onDone();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      title={title}
      description={text}
      size="small"
      footer={
        <>
          <Button disabled={attempt.busy} onClick={onClose}>
            Cancel
          </Button>
          <Button
            form={formId}
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            busy={attempt.busy}
            disabled={password === ''}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          void submit(event);
        }}
      >
        <PasswordField
          label="Password"
          autoComplete="current-password"
          value={password}
          onValueChange={(next) => {
            attempt.forget();
            setPassword(next);
          }}
          error={attempt.problem?.message ?? null}
        />
      </form>
    </Dialog>
  );
}
