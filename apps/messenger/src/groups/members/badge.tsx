import type { ReactNode } from 'react';

/** What somebody may do, beside their name. Labels people give themselves look different. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return (
    <span className="shrink-0 rounded-full bg-accent-soft px-2 py-0.5 text-meta font-semibold text-accent">
      {children}
    </span>
  );
}
