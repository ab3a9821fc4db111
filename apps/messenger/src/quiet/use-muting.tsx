import type { ConversationSummary } from '@sotto/client';
import { OnceWanted } from '@sotto/ui';
import { lazy, useState, type ReactNode } from 'react';

const MuteDialog = lazy(async () => ({
  default: (await import('./mute-dialog.tsx')).MuteDialog,
}));

/** Asks for how long a conversation is to be muted. The dialog is fetched with the first one. */
export function useMuting(): {
  readonly mute: (summary: ConversationSummary) => void;
  readonly dialog: ReactNode;
} {
  const [summary, setSummary] = useState<ConversationSummary | null>(null);
  const dialog = (
    <OnceWanted wanted={summary !== null}>
      <MuteDialog summary={summary} onDone={() => setSummary(null)} />
    </OnceWanted>
  );
  return { mute: setSummary, dialog };
}
