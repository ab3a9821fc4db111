import { useEffect, useEffectEvent } from 'react';
import { isShortcut } from './shortcut-match.ts';

/**
 * Calls `handler` on one key or chord while the component is there. Keys without a modifier stay
 * with the text field they are typed into, which Escape only leaves, and an open dialog or menu
 * keeps its own Escape. `over` is for a part of a screen: it hears the key before the page does.
 */
export function useShortcut(shortcut: string, handler: () => void, over = false): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (!isShortcut(event, shortcut, /^(?:Mac|iPhone|iPad)/u.test(navigator.platform))) return;
    const field = isTextField(event.target) && !/Mod|Alt/u.test(shortcut) ? event.target : null;
    if ((field !== null && shortcut !== 'Escape') || isInsideLayer(event.target)) return;
    event.preventDefault();
    if (field === null) handler();
    else field.blur();
  });
  useEffect(() => {
    // A key reaches the document before the window.
    const where: Document | Window = over ? document : window;
    const listener = (event: Event): void => {
      if (event instanceof KeyboardEvent) onPress(event);
    };
    where.addEventListener('keydown', listener);
    return () => where.removeEventListener('keydown', listener);
  }, [over]);
}

function isTextField(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function isInsideLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
