import { invariant } from '@sotto/kit';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

interface RecoveryPrompt {
  /** Whether the recovery code stands before everything else now. */
  readonly showing: boolean;
  readonly show: () => void;
  readonly hide: () => void;
}

const RecoveryPromptContext = createContext<RecoveryPrompt | null>(null);

/** Remembers, for as long as the page lives, whether the new recovery code is to be shown in full. */
export function RecoveryPromptProvider({ children }: { readonly children: ReactNode }) {
  const [showing, setShowing] = useState(false);
  const prompt = useMemo(
    () => ({ showing, show: () => setShowing(true), hide: () => setShowing(false) }),
    [showing],
  );
  return <RecoveryPromptContext value={prompt}>{children}</RecoveryPromptContext>;
}

export function useRecoveryPrompt(): RecoveryPrompt {
  const prompt = useContext(RecoveryPromptContext);
  invariant(prompt !== null, 'a screen stands inside RecoveryPromptProvider');
  return prompt;
}
