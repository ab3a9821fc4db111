import { classes } from '@sotto/ui';
import type { ReactNode } from 'react';

export interface PaneHeaderProps {
  readonly title?: string;
  /** In place of a title. */
  readonly children?: ReactNode;
  /** A `BackButton`. */
  readonly back?: ReactNode;
  readonly end?: ReactNode;
  /** A hairline under the header, where content scrolls beneath it. */
  readonly line?: boolean;
}

/** The top line of a pane, 56 px and clear of a phone's notch. */
export function PaneHeader({ title, children, back, end, line = false }: PaneHeaderProps) {
  return (
    <header
      className={classes(
        'shrink-0 ps-[max(1rem,env(safe-area-inset-left))] pe-[max(0.75rem,env(safe-area-inset-right))] pt-(--sotto-safe-top)',
        line && 'border-b border-line',
      )}
    >
      <div className="flex min-h-14 items-center gap-2">
        {back}
        {title === undefined ? (
          children
        ) : (
          <h1 className="min-w-0 flex-1 truncate text-title font-semibold">{title}</h1>
        )}
        {end !== undefined && <div className="flex shrink-0 items-center gap-1">{end}</div>}
      </div>
    </header>
  );
}
