import type { Problem } from '@sotto/client';
import { useState, type FormEvent } from 'react';
import { useAttempt, useClient } from '../../app/index.ts';
import { ratePassword } from '../password-strength.ts';
import { useRecoveryPrompt } from '../recovery-prompt-context.tsx';
import { birthMonthText, type BirthMonth } from './birth-month.ts';
import { suggestUsername, tidyUsername } from '../username.ts';
import { useUsernameCheck } from './use-username-check.ts';

type Place = 'username' | 'password' | 'birth' | 'token' | 'form';

const places: Partial<Record<Problem['code'], Place>> = {
  username_taken: 'username',
  username_invalid: 'username',
  password_weak: 'password',
  registration_token_wrong: 'token',
};

/** What keeps a form from being sent, and the field it is about. */
interface Missing {
  readonly place: Place;
  readonly message: string;
}

/** Places are named as their fields are in the form. */
function focusOn(form: HTMLFormElement, place: Place): void {
  const field = form.elements.namedItem(place);
  if (!(field instanceof HTMLElement)) return;
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

export interface SignUpNeeds {
  readonly needsToken: boolean;
  readonly asksForBirthMonth: boolean;
}

/** What has been typed into the sign-up form, and what can be said about it. */
export function useSignUp({ needsToken, asksForBirthMonth }: SignUpNeeds) {
  const client = useClient();
  const attempt = useAttempt();
  const prompt = useRecoveryPrompt();
  const [displayName, setDisplayName] = useState('');
  const [chosenUsername, setChosenUsername] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [token, setToken] = useState('');
  const [birth, setBirth] = useState<BirthMonth>({ month: '', year: '' });
  const birthMonth = asksForBirthMonth ? birthMonthText(birth) : null;
  const [missing, setMissing] = useState<Missing | null>(null);

  // Follows the name until the person has an idea of their own.
  const username = tidyUsername(chosenUsername ?? suggestUsername(displayName));
  const usernameCheck = useUsernameCheck(username);
  const strength = ratePassword(password, [username, ...displayName.split(/\s+/u)]);

  function findMissing(): Missing | null {
    if (username === '') return { place: 'username', message: 'Choose a username.' };
    if (usernameCheck.kind === 'problem') {
      return { place: 'username', message: usernameCheck.message };
    }
    if (strength.step === 0) return { place: 'password', message: strength.hint ?? strength.label };
    if (asksForBirthMonth && birthMonth === null) {
      return { place: 'birth', message: 'Choose the month and the year you were born in.' };
    }
    if (needsToken && token.trim() === '') {
      return { place: 'token', message: 'Enter the invitation code.' };
    }
    return null;
  }

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const first = findMissing();
    setMissing(first);
    if (first !== null) {
      focusOn(form, first.place);
      return;
    }
    let refused: Place = 'form';
    // The session is ready before this call is back; the code has to be first on the page.
    prompt.show();
    const worked = await attempt.run(async () => {
      const outcome = await client.signUp({
        username,
        password,
        displayName: displayName.trim() === '' ? username : displayName.trim(),
        registrationToken: needsToken ? token.trim() : null,
        birthMonth,
      });
      if (!outcome.ok) refused = places[outcome.problem.code] ?? 'form';
      return outcome;
    });
    if (worked) return;
    prompt.hide();
    focusOn(form, refused);
  }

  /** A refusal leaves its field as soon as the field changes. */
  const afterChange =
    <Value>(set: (value: Value) => void) =>
    (value: Value): void => {
      attempt.forget();
      setMissing(null);
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
    birth,
    setBirth: afterChange(setBirth),
    busy: attempt.busy,
    submit,
    errorOf(place: Place): string | null {
      if (missing?.place === place) return missing.message;
      if (attempt.problem === null) return null;
      return (places[attempt.problem.code] ?? 'form') === place ? attempt.problem.message : null;
    },
  };
}
