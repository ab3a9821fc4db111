import { classes } from '@sotto/ui';
import type { ReactNode } from 'react';
import { ResizeHandle } from './resize-handle.tsx';
import { RecoveryReminder } from './recovery-reminder.tsx';

export interface ColumnsProps {
  readonly side: ReactNode;
  readonly children: ReactNode;
  /** Which of the two a phone shows. */
  readonly showing: 'side' | 'detail';
}

/**
 * List beside detail; on a phone one of them. The other one stays in place, unseen, so that it keeps
 * its size, its scroll position and what was typed into it.
 */
export function Columns({ side, children, showing }: ColumnsProps) {
  const hidden = 'max-md:invisible max-md:absolute max-md:inset-0';
  return (
    <main className="relative flex min-h-0 flex-1">
      <div
        className={classes(
          'flex min-h-0 w-full flex-col bg-surface md:w-(--sotto-list-width) md:shrink-0',
          showing === 'detail' && hidden,
        )}
      >
        <div className="min-h-0 flex-1">{side}</div>
        <RecoveryReminder />
      </div>
      <ResizeHandle />
      <div
        id="detail"
        tabIndex={-1}
        className={classes(
          'min-h-0 min-w-0 flex-1 outline-none max-md:animate-appear',
          showing === 'side' && hidden,
        )}
      >
        {children}
      </div>
    </main>
  );
}
