import { classes } from '@sotto/ui';

/** How many wait. The number is its own colour-free sign. */
export function CountBadge({
  count,
  label,
  quiet = false,
}: {
  readonly count: number;
  readonly label: string;
  /** There, but nothing to be told of. */
  readonly quiet?: boolean;
}) {
  return (
    <span
      data-figures=""
      className={classes(
        'grid h-5 min-w-5 shrink-0 place-items-center rounded-full px-1.5 text-meta font-semibold',
        quiet ? 'bg-sunken text-quiet inset-ring inset-ring-line' : 'bg-accent text-on-accent',
      )}
    >
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="sr-only">{`${count} ${label}`}</span>
    </span>
  );
}
