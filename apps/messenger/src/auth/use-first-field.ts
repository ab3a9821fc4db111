import { useEffect, useRef, type RefObject } from 'react';

/** Puts the cursor into a page's first field, except where that would raise a keyboard over it. */
export function useFirstField<Field extends HTMLElement>(): RefObject<Field | null> {
  const field = useRef<Field>(null);
  useEffect(() => {
    if (!window.matchMedia('(pointer: coarse)').matches) field.current?.focus();
  }, []);
  return field;
}
