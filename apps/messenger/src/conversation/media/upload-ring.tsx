const RADIUS = 16;
const LENGTH = 2 * Math.PI * RADIUS;

/** How much of an attachment is on its way. `progress` runs from 0 to 1. */
export function UploadRing({ progress }: { readonly progress: number }) {
  return (
    <span className="inline-grid">
      <progress aria-label="Sending" value={progress} className="sr-only" />
      <svg
        viewBox="0 0 40 40"
        aria-hidden="true"
        className="size-10 -rotate-90"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
      >
        <circle cx="20" cy="20" r={RADIUS} stroke="currentColor" opacity="0.3" />
        <circle
          cx="20"
          cy="20"
          r={RADIUS}
          stroke="currentColor"
          strokeDasharray={LENGTH}
          // A sliver from the start says that something has begun.
          strokeDashoffset={LENGTH * (1 - Math.max(progress, 0.04))}
          className="transition-[stroke-dashoffset] duration-movement"
        />
      </svg>
    </span>
  );
}
