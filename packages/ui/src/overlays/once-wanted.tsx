import { Suspense, useState, type ReactNode } from 'react';

export interface OnceWantedProps {
  readonly wanted: boolean;
  readonly children: ReactNode;
}

/**
 * Renders nothing until `wanted` is true for the first time, and its children from then on. Around an
 * overlay of a script of its own: it is fetched when first opened, and may still animate its closing.
 */
export function OnceWanted({ wanted, children }: OnceWantedProps) {
  const [wasWanted, setWasWanted] = useState(wanted);
  if (wanted && !wasWanted) setWasWanted(true);
  return wasWanted ? <Suspense>{children}</Suspense> : null;
}
