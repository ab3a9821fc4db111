import { ConfirmDialog } from '@sotto/ui';
import { useState } from 'react';
import { putAwayWords } from './put-away-words.ts';

export type PutAway = 'delete' | 'block';

export interface PutAwayDialogProps {
  readonly asking: PutAway | null;
  /** Who asks; null while that is hidden. */
  readonly name: string | null;
  readonly onDone: () => void;
  readonly onConfirm: (word: PutAway) => Promise<void>;
}

/** Asks once, and says what it does: neither can be taken back by accepting later. */
export function PutAwayDialog({ asking, name, onDone, onConfirm }: PutAwayDialogProps) {
  // Keeps its words while it fades out.
  const [shown, setShown] = useState<PutAway>('delete');
  if (asking !== null && asking !== shown) setShown(asking);
  const { title, text, confirm } = putAwayWords(asking ?? shown, name);
  return (
    <ConfirmDialog
      open={asking !== null}
      onOpenChange={onDone}
      title={title}
      text={text}
      confirmLabel={confirm}
      danger
      onConfirm={() => onConfirm(shown)}
    />
  );
}
