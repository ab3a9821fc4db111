export interface MarkProps {
  readonly sizePx: number;
}

/** Sotto's sign: a voice getting quieter inside a bubble. The same drawing as `icons/mark.svg`. */
export function Mark({ sizePx }: MarkProps) {
  return (
    <svg viewBox="0 0 64 64" width={sizePx} height={sizePx} aria-hidden="true">
      <path
        className="fill-accent"
        d="M24 2h16c12.15 0 22 9.85 22 22v16c0 12.15-9.85 22-22 22H9a7 7 0 0 1-7-7V24C2 11.85 11.85 2 24 2Z"
      />
      <g className="stroke-on-accent" strokeWidth="6.5" strokeLinecap="round">
        <path d="M20 21.5v21" />
        <path d="M32 26.5v11" />
        <path d="M44 31.98v.04" />
      </g>
    </svg>
  );
}
