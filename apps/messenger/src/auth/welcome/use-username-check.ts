import { useEffect, useState } from 'react';
import { useClient } from '../../app/index.ts';
import { usernameProblem } from '../username.ts';

export type UsernameCheck =
  | { readonly kind: 'empty' | 'checking' | 'free' | 'unknown' }
  | { readonly kind: 'problem'; readonly message: string };

/** Long enough not to ask for every letter, short enough to answer before the next field. */
const PAUSE_MS = 350;

/** Whether a username can be had, asked while it is typed. */
export function useUsernameCheck(username: string): UsernameCheck {
  const client = useClient();
  const [answered, setAnswered] = useState<{ username: string; check: UsernameCheck } | null>(null);
  const ownProblem = usernameProblem(username);

  useEffect(() => {
    if (username === '' || ownProblem !== null) return undefined;
    let current = true;
    const ask = async (): Promise<void> => {
      const outcome = await client.checkUsername(username);
      if (current) setAnswered({ username, check: toCheck(outcome) });
    };
    const timer = setTimeout(() => {
      void ask();
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, username, ownProblem]);

  if (username === '') return { kind: 'empty' };
  if (ownProblem !== null) return { kind: 'problem', message: ownProblem };
  return answered?.username === username ? answered.check : { kind: 'checking' };
}

function toCheck(
  outcome: Awaited<ReturnType<ReturnType<typeof useClient>['checkUsername']>>,
): UsernameCheck {
  if (outcome.ok) return { kind: 'free' };
  const { code, message } = outcome.problem;
  // Only these two say something about the name; the rest is about the way to the server.
  return code === 'username_taken' || code === 'username_invalid'
    ? { kind: 'problem', message }
    : { kind: 'unknown' };
}
