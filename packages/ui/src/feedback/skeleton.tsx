import { classes } from '../hooks/classes.ts';

/** The shape of what is coming. Stays invisible for 150 ms, so quick answers never flash. */
export function Skeleton({ className }: { readonly className: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes('block animate-skeleton rounded-control bg-line', className)}
    />
  );
}
