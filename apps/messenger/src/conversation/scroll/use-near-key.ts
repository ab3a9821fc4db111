import { useEffect, useState, type RefObject } from 'react';
import { messageKeyAt } from './message-key.ts';

/** The message under the mouse, else the one that holds focus: the one whose tools are shown. */
export function useNearKey(container: RefObject<HTMLElement | null>): string | null {
  const [overKey, setOverKey] = useState<string | null>(null);
  const [focusKey, setFocusKey] = useState<string | null>(null);
  useEffect(() => {
    const box = container.current;
    if (box === null) return undefined;
    function onOver(event: PointerEvent) {
      if (event.pointerType === 'mouse') setOverKey(messageKeyAt(event.target));
    }
    const onLeave = () => setOverKey(null);
    const onFocus = (event: FocusEvent) => setFocusKey(messageKeyAt(event.target));
    // Where focus goes, not that it goes: a tool must not vanish while focus moves onto it.
    const onBlur = (event: FocusEvent) => setFocusKey(messageKeyAt(event.relatedTarget));
    box.addEventListener('pointerover', onOver);
    box.addEventListener('pointerleave', onLeave);
    box.addEventListener('focusin', onFocus);
    box.addEventListener('focusout', onBlur);
    return () => {
      box.removeEventListener('pointerover', onOver);
      box.removeEventListener('pointerleave', onLeave);
      box.removeEventListener('focusin', onFocus);
      box.removeEventListener('focusout', onBlur);
    };
  }, [container]);
  return overKey ?? focusKey;
}
