import { lazy, useEffect } from 'react';
import type { ShieldKeeperProps } from './shield-keeper.tsx';

/** A conversation is whole without it, but for links: those are asked about all the same. */
export const ShieldKeeper = lazy(() =>
  import('./shield-keeper.tsx').then(
    (part) => ({ default: part.ShieldKeeper }),
    () => ({ default: NoShield }),
  ),
);

function NoShield({ onShield }: ShieldKeeperProps): null {
  useEffect(() => onShield('missing'), [onShield]);
  return null;
}
