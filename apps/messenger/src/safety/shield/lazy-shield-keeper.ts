import { lazy } from 'react';

/** A conversation is whole without it: what cannot be loaded is not there. */
export const ShieldKeeper = lazy(() =>
  import('./shield-keeper.tsx').then(
    (part) => ({ default: part.ShieldKeeper }),
    () => ({ default: () => null }),
  ),
);
