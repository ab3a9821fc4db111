import { Checkbox, FormDialog, PasswordField, useObservable, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { PasswordMeter } from '../../auth/password-meter.tsx';
import { ratePassword } from '../../auth/password-strength.ts';

/** The old password, the new one, and whether others are sent out. */
export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const account = useAccount();
  const me = useObservable(account.me);
  const attempt = useAttempt();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [signOutOthers, setSignOutOthers] = useState(true);
  const strength = ratePassword(next, [me.handle.slice(1), ...me.displayName.split(/\s+/u)]);
  const complete = current !== '' && strength.step > 0;
  const code = attempt.problem?.code;
  const message = attempt.problem?.message ?? null;

  async function change(): Promise<void> {
    const form = { current, next, signOutOthers };
    const changed = await attempt.run(() => account.changePassword(form));
    if (!changed) return;
    toast.show({ text: 'Password changed.' });
    onClose();
  }

  return (
    <FormDialog
      title="Change password"
      size="small"
      submitLabel="Change password"
      busy={attempt.busy}
      complete={complete}
      onSubmit={change}
      onClose={onClose}
    >
      {/* Tells password keepers whose password changes. */}
      <input type="text" autoComplete="username" value={me.handle.slice(1)} readOnly hidden />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        value={current}
        onValueChange={(value) => {
          attempt.forget();
          setCurrent(value);
        }}
        error={code === 'password_wrong' ? message : null}
      />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        maxLength={512}
        value={next}
        onValueChange={(value) => {
          attempt.forget();
          setNext(value);
        }}
        error={code === 'password_weak' ? message : null}
        hint={next === '' ? undefined : <PasswordMeter strength={strength} />}
      />
      <Checkbox
        label="Sign out all other devices"
        checked={signOutOthers}
        onCheckedChange={setSignOutOthers}
      />
      <FormProblem text={code === 'password_wrong' || code === 'password_weak' ? null : message} />
    </FormDialog>
  );
}
