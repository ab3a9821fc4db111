import { useEffect, useEffectEvent } from 'react';
import { isShortcut } from './shortcut-match.ts';

/**
 * Calls `handler` on one key or chord while the component is there. Keys without a modifier stay
 * with the text field they are typed into, and an open dialog or menu keeps its own Escape.
 */
export function useShortcut(shortcut: string, handler: (event: KeyboardEvent) => void): void {
  const onPress = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (!isShortcut(event, shortcut, /^(?:Mac|iPhone|iPad)/u.test(navigator.platform))) return;
    const typing = isTextField(event.target) && !/Mod|Alt/u.test(shortcut);
    if ((typing && shortcut !== 'Escape') || isInsideLayer(event.target)) return;
    event.preventDefault();
    handler(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onPress(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

function isInsideLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
