import type { Outcome, Problem } from '@sotto/client';
import { useCallback, useRef, useState } from 'react';

export interface Attempt {
  readonly busy: boolean;
  /** Why the last try did not work. */
  readonly problem: Problem | null;
  readonly forget: () => void;
  /** Runs one try at a time; true once it worked. */
  readonly run: (work: () => Promise<Outcome<unknown>>) => Promise<boolean>;
}

/** Something a person submits: busy while it runs, a readable problem if it fails. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef(false);

  const run = useCallback(async (work: () => Promise<Outcome<unknown>>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const outcome = await work();
      if (!outcome.ok) setProblem(outcome.problem);
      return outcome.ok;
    } catch {
      // NOTE: the client answers with outcomes; a throw is a bug there, and still needs words here.
      setProblem({ code: 'failed', message: 'That did not work. Try again in a moment.' });
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  return { busy, problem, forget: useCallback(() => setProblem(null), []), run };
}
