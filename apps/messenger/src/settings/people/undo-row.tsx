import type { Outcome } from '@sotto/client';
import { Button } from '@sotto/ui';
import type { ReactNode } from 'react';
import { useAttempt } from '../../app/index.ts';

export interface UndoRowProps {
  readonly face: ReactNode;
  /** Whom or what it is about, and below what was set. */
  readonly children: ReactNode;
  readonly label: string;
  /** The same for who does not see the row around it. */
  readonly fullLabel: string;
  readonly undo: () => Promise<Outcome<unknown>>;
}

/** Something set for one person or conversation, and the way back. */
export function UndoRow({ face, children, label, fullLabel, undo }: UndoRowProps) {
  const attempt = useAttempt();
  return (
    <div className="flex flex-wrap items-center gap-3">
      {face}
      <div className="min-w-0 flex-1">{children}</div>
      <Button
        size="small"
        aria-label={fullLabel}
        busy={attempt.busy}
        onClick={() => void attempt.run(undo)}
      >
        {label}
      </Button>
      <p role="alert" className="w-full text-small text-danger empty:hidden">
        {attempt.problem?.message}
      </p>
    </div>
  );
}
