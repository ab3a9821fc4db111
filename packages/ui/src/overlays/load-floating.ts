import { useEffect, useEffectEvent, useState } from 'react';
import type * as Module from './floating.tsx';

type Floating = typeof Module;

let loaded: Floating | null = null;

async function load(): Promise<Floating> {
  loaded ??= await import('./floating.tsx');
  return loaded;
}

/** Call when a menu or tooltip may be wanted in a moment, so that its script is there by then. */
export function warmFloating(): void {
  // NOTE: nobody has asked for anything yet; opening it tries again.
  load().catch(() => undefined);
}

/**
 * The script of menus and tooltips, which the first screen has none of: null until one is wanted and it is
 * there. Not `lazy`, which would show the first menu a third of a second late: React spaces out what
 * follows a fallback, even one that shows nothing.
 */
export function useFloating(isWanted: boolean, onFailed: () => void): Floating | null {
  const [arrived, setArrived] = useState(loaded);
  const fail = useEffectEvent(onFailed);
  useEffect(() => {
    // It may have come since this was rendered: then asking for it is what renders it again.
    if (!isWanted || arrived) return undefined;
    let current = true;
    const arrive = async () => {
      const floating = await load().catch(() => null);
      if (!current) return;
      if (floating) setArrived(floating);
      else fail();
    };
    void arrive();
    return () => {
      current = false;
    };
  }, [isWanted, arrived]);
  return arrived ?? loaded;
}
