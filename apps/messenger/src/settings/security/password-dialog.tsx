import type { Outcome } from '@sotto/client';
import { FormDialog, PasswordField } from '@sotto/ui';
import { useState } from 'react';
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
  const [password, setPassword] = useState('');

  async function submit(): Promise<void> {
    const worked = await attempt.run(() => onConfirm(password));
    if (worked) onDone();
  }

  return (
    <FormDialog
      title={title}
      description={text}
      size="small"
      submitLabel={confirmLabel}
      danger={danger}
      busy={attempt.busy}
      complete={password !== ''}
      onSubmit={submit}
      onClose={onClose}
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
    </FormDialog>
  );
}
