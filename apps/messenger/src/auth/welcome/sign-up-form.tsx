import { Button, PasswordField, TextField } from '@sotto/ui';
import { Link, useSearch } from '@tanstack/react-router';
import { useClock } from '../../app/index.ts';
import { DoorFrame } from '../door-frame.tsx';
import { FormProblem } from '../form-problem.tsx';
import { useFirstField } from '../use-first-field.ts';
import { PasswordMeter } from '../password-meter.tsx';
import { BirthMonthField } from './birth-month-field.tsx';
import { DoorNotice } from './door-notice.tsx';
import { useServer } from './server-context.ts';
import { useSignUp } from './use-sign-up.ts';
import { UsernameField } from './username-field.tsx';

/** `/welcome/sign-up`. */
export function SignUpForm() {
  const search = useSearch({ from: '/welcome' });
  const { answer } = useServer();
  const firstField = useFirstField<HTMLInputElement>();
  const server = answer?.ok === true ? answer.value : null;
  const registration = server?.registration ?? null;
  const asksForBirthMonth = server?.asksForBirthMonth === true;
  const clock = useClock();
  const form = useSignUp({ needsToken: registration === 'token', asksForBirthMonth });

  if (registration === 'closed') {
    return (
      <DoorFrame
        title="No new accounts"
        text="This server takes no new accounts at the moment. Ask the person who runs it."
      >
        <SignInInstead search={search} />
      </DoorFrame>
    );
  }
  return (
    <DoorFrame notice={<DoorNotice />} title="Create an account">
      <form
        noValidate
        onSubmit={(event) => {
          void form.submit(event);
        }}
        className="flex flex-col gap-4"
      >
        <TextField
          label="Your name"
          name="name"
          autoComplete="name"
          ref={firstField}
          maxLength={100}
          value={form.displayName}
          onValueChange={form.setDisplayName}
          hint="As others see it. You can change it at any time."
        />
        <UsernameField
          value={form.username}
          onValueChange={form.setUsername}
          check={form.usernameCheck}
          error={form.errorOf('username')}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          maxLength={512}
          value={form.password}
          onValueChange={form.setPassword}
          error={form.errorOf('password')}
          hint={form.password === '' ? undefined : <PasswordMeter strength={form.strength} />}
        />
        {asksForBirthMonth && (
          <BirthMonthField
            value={form.birth}
            onValueChange={form.setBirth}
            nowMs={clock.nowMs()}
            error={form.errorOf('birth')}
          />
        )}
        {registration === 'token' && (
          <TextField
            label="Invitation code"
            name="token"
            autoComplete="off"
            spellCheck={false}
            value={form.token}
            onValueChange={form.setToken}
            error={form.errorOf('token')}
            hint="From the person who runs this server."
          />
        )}
        <FormProblem text={form.errorOf('form')} />
        <Button type="submit" variant="primary" size="large" stretch busy={form.busy}>
          Create account
        </Button>
        <SignInInstead search={search} />
      </form>
    </DoorFrame>
  );
}

function SignInInstead({ search }: { readonly search: { next?: string } }) {
  return (
    <p className="text-center text-small text-quiet">
      Have an account?{' '}
      <Link
        to="/welcome/sign-in"
        search={search}
        className="font-semibold text-accent underline-offset-2 hover:underline"
      >
        Sign in
      </Link>
    </p>
  );
}
