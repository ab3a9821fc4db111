import { useCallback, useSyncExternalStore } from 'react';

/** Whether the page matches a media query now. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** A finger rather than a mouse: no hover, larger targets. */
export function usePointerIsCoarse(): boolean {
  return useMediaQuery('(pointer: coarse)');
}
