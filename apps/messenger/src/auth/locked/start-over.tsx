import type { LockedAccount } from '@sotto/client';
import { Button, PasswordField } from '@sotto/ui';
import { useState, type FormEvent } from 'react';
import { useAttempt } from '../../app/index.ts';
import { DoorFrame } from '../door-frame.tsx';
import { FormProblem } from '../form-problem.tsx';
import { useRecoveryPrompt } from '../recovery-prompt-context.tsx';

export interface StartOverProps {
  readonly account: LockedAccount;
  readonly onBack: () => void;
}

/** Without code and without another device: what is lost, what stays, and the way on. */
export function StartOver({ account, onBack }: StartOverProps) {
  const attempt = useAttempt();
  const prompt = useRecoveryPrompt();
  const [password, setPassword] = useState('');
  const wrongPassword = attempt.problem?.code === 'password_wrong';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (password === '') return;
    // A new code comes with the new start, and stands before everything else.
    prompt.show();
    const worked = await attempt.run(() => account.startOver(password));
    if (!worked) prompt.hide();
  }

  return (
    <DoorFrame title="Start over without the code">
      <ul className="-mt-4 flex list-disc flex-col gap-2 ps-5 text-body text-quiet marker:text-edge">
        <li>
          <strong className="text-text">Earlier messages stay closed on this device.</strong> Nobody
          can open them for you.
        </li>
        <li>Your name, your people and your conversations stay. New messages work as always.</li>
        <li>You get a new recovery code. The old one no longer works.</li>
        <li>The people you write with see a line saying that you started over.</li>
        <li>Other devices you are signed in on have to be opened again with the new code.</li>
      </ul>
      <form
        noValidate
        onSubmit={(event) => {
          void submit(event);
        }}
        className="mt-6 flex flex-col gap-4"
      >
        <PasswordField
          label="Password"
          autoComplete="current-password"
          value={password}
          onValueChange={(next) => {
            attempt.forget();
            setPassword(next);
          }}
          error={wrongPassword ? (attempt.problem?.message ?? null) : null}
        />
        <FormProblem text={wrongPassword ? null : (attempt.problem?.message ?? null)} />
        <Button
          type="submit"
          variant="danger"
          size="large"
          stretch
          busy={attempt.busy}
          disabled={password === ''}
        >
          Start over
        </Button>
        <Button variant="quiet" stretch disabled={attempt.busy} onClick={onBack}>
          Back
        </Button>
      </form>
    </DoorFrame>
  );
}
