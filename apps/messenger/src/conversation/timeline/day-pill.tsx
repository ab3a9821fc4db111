import { classes } from '@sotto/ui';
import { useState } from 'react';

/** Floats over the timeline while it moves, so that a date is always at hand. */
export function DayPill({ title }: { readonly title: string | null }) {
  // The last day stays on the pill while it fades.
  const [last, setLast] = useState('');
  if (title !== null && title !== last) setLast(title);
  return (
    <p
      aria-hidden="true"
      className={classes(
        'pointer-events-none absolute start-1/2 top-2 z-10 -translate-x-1/2 rounded-full border border-line bg-raised px-3 py-1 text-meta font-semibold text-quiet shadow-float transition-opacity duration-movement rtl:translate-x-1/2',
        title === null && 'opacity-0',
      )}
    >
      {title ?? last}
    </p>
  );
}
