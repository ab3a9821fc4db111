import { classes } from '@sotto/ui';
import type { ReactNode } from 'react';

export interface NameLineProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/**
 * A name, a handle or a line of someone's text on one line. It keeps its own direction and is cut
 * at its own end, but stands on the side where lines of the page begin.
 */
export function NameLine({ children, className }: NameLineProps) {
  return (
    <bdi
      className={classes(
        'block truncate [text-align:-webkit-match-parent] [text-align:match-parent]',
        className,
      )}
    >
      {children}
    </bdi>
  );
}
