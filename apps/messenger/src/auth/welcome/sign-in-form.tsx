import { Button, PasswordField, TextField } from '@sotto/ui';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useAttempt, useClient } from '../../app/index.ts';
import { DoorFrame } from '../door-frame.tsx';
import { FormProblem } from '../form-problem.tsx';
import { useFirstField } from '../use-first-field.ts';
import { tidyUsername } from '../username.ts';
import { DoorNotice } from './door-notice.tsx';
import { useServer } from './server-context.ts';

/** `/welcome/sign-in`. */
export function SignInForm() {
  const client = useClient();
  const search = useSearch({ from: '/welcome' });
  const { answer } = useServer();
  const firstField = useFirstField<HTMLInputElement>();
  const passwordField = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const complete = username.trim() !== '' && password !== '';

  async function signIn() {
    const outcome = await client.signIn({ username: tidyUsername(username), password });
    if (!outcome.ok && outcome.problem.code === 'password_wrong') {
      // The next key starts it anew.
      passwordField.current?.focus();
      passwordField.current?.select();
    }
    return outcome;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (complete) void attempt.run(signIn);
  }

  return (
    <DoorFrame notice={<DoorNotice />} title="Sign in">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          ref={firstField}
          leading={<span className="text-quiet">@</span>}
          value={username}
          onValueChange={setUsername}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          ref={passwordField}
          value={password}
          onValueChange={setPassword}
        />
        <FormProblem text={attempt.problem?.message ?? null} />
        <Button
          type="submit"
          variant="primary"
          size="large"
          stretch
          busy={attempt.busy}
          disabled={!complete}
        >
          Sign in
        </Button>
        {answer?.ok === true && answer.value.registration !== 'closed' && (
          <p className="text-center text-small text-quiet">
            New here?{' '}
            <Link
              to="/welcome/sign-up"
              search={search}
              className="font-semibold text-accent underline-offset-2 hover:underline"
            >
              Create an account
            </Link>
          </p>
        )}
      </form>
    </DoorFrame>
  );
}
