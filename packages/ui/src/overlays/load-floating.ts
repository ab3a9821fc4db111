import { lazy } from 'react';

const load = () => import('./floating.tsx');

/** Menus and tooltips have a script of their own: the first screen has none of them open. */
export const FloatingMenu = lazy(async () => ({ default: (await load()).FloatingMenu }));
export const FloatingTooltip = lazy(async () => ({ default: (await load()).FloatingTooltip }));

/** Call when one may be wanted in a moment, so that it is there by then. */
export function warmFloating(): void {
  // NOTE: nobody has asked for anything yet; opening it tries again.
  load().catch(() => undefined);
}
