import type { ReactNode } from 'react';

/** One key or chord, as printed on a keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-6 rounded-joint border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-meta text-quiet">
      {children}
    </kbd>
  );
}
