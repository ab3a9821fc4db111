import type { Problem } from '@sotto/client';
import { useState, type FormEvent } from 'react';
import { useAttempt, useClient } from '../../app/index.ts';
import { ratePassword } from '../password-strength.ts';
import { useRecoveryPrompt } from '../recovery-prompt-context.tsx';
import { suggestUsername, tidyUsername } from '../username.ts';
import { useUsernameCheck } from './use-username-check.ts';

type Place = 'username' | 'password' | 'token' | 'form';

const places: Partial<Record<Problem['code'], Place>> = {
  username_taken: 'username',
  username_invalid: 'username',
  password_weak: 'password',
  registration_token_wrong: 'token',
};

/** What has been typed into the sign-up form, and what can be said about it. */
export function useSignUp(needsToken: boolean) {
  const client = useClient();
  const attempt = useAttempt();
  const prompt = useRecoveryPrompt();
  const [displayName, setDisplayName] = useState('');
  const [chosenUsername, setChosenUsername] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [token, setToken] = useState('');

  // Follows the name until the person has an idea of their own.
  const username = tidyUsername(chosenUsername ?? suggestUsername(displayName));
  const usernameCheck = useUsernameCheck(username);
  const strength = ratePassword(password, [username, ...displayName.split(/\s+/u)]);
  const complete =
    username !== '' &&
    usernameCheck.kind !== 'problem' &&
    strength.step > 0 &&
    (!needsToken || token.trim() !== '');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!complete) return;
    // The session is ready before this call is back; the code has to be first on the page.
    prompt.show();
    const worked = await attempt.run(() =>
      client.signUp({
        username,
        password,
        displayName: displayName.trim() === '' ? username : displayName.trim(),
        registrationToken: needsToken ? token.trim() : null,
      }),
    );
    if (!worked) prompt.hide();
  }

  /** A refusal leaves its field as soon as the field changes. */
  const afterChange =
    (set: (value: string) => void) =>
    (value: string): void => {
      attempt.forget();
      set(value);
    };

  return {
    displayName,
    setDisplayName: afterChange(setDisplayName),
    username,
    setUsername: afterChange(setChosenUsername),
    usernameCheck,
    password,
    setPassword: afterChange(setPassword),
    strength,
    token,
    setToken: afterChange(setToken),
    busy: attempt.busy,
    complete,
    submit,
    errorOf(place: Place): string | null {
      if (attempt.problem === null) return null;
      return (places[attempt.problem.code] ?? 'form') === place ? attempt.problem.message : null;
    },
  };
}
