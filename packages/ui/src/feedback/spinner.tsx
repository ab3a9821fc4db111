import { classes } from '../hooks/classes.ts';

export interface SpinnerProps {
  /** Spoken and shown to no one else; leave out where text beside it says the same. */
  readonly label?: string;
  readonly className?: string;
}

/** Work of unknown length. Prefer a skeleton where a shape is known. */
export function Spinner({ label, className = 'size-5' }: SpinnerProps) {
  return (
    <span role={label === undefined ? undefined : 'status'} className="inline-grid">
      <svg
        viewBox="0 0 20 20"
        fill="none"
        aria-hidden="true"
        className={classes('animate-turn', className)}
      >
        <circle cx="10" cy="10" r="8" stroke="currentColor" strokeWidth="2" opacity="0.25" />
        <path d="M10 2a8 8 0 0 1 8 8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
