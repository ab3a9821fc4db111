import { classes } from '@sotto/ui';
import type { ReactNode, Ref } from 'react';

export interface PaneProps {
  /** The landmark's name. */
  readonly label: string;
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** False where the content scrolls by itself. */
  readonly scroll?: boolean;
  readonly ref?: Ref<HTMLElement>;
}

/** A column: a header that stays, content that scrolls, a footer that stays. */
export function Pane({ label, header, footer, children, scroll = true, ref }: PaneProps) {
  return (
    <section ref={ref} aria-label={label} className="flex h-full min-h-0 min-w-0 flex-col">
      {header}
      <div
        className={classes(
          'relative flex min-h-0 flex-1 flex-col',
          scroll && 'overflow-y-auto overscroll-contain',
          footer === undefined && scroll && 'pb-[env(safe-area-inset-bottom)]',
        )}
      >
        {children}
      </div>
      {footer}
    </section>
  );
}
