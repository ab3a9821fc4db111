import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { focusWhenShown } from '../conversation/scroll/focus-when-shown.ts';

/** The attribute that carries a row's position on its link. */
const ROW = 'data-row';

interface Given {
  readonly count: number;
  readonly container: RefObject<HTMLElement | null>;
  /** Brings a row that may not be in the page into view. */
  readonly onReveal?: (index: number) => void;
  /** Where to go up from the first row. */
  readonly onLeave: () => void;
}

/** What the search field above a list can ask of it. */
export interface ListHandle {
  readonly focusFirst: () => void;
  readonly openFirst: () => void;
}

export interface RovingRows {
  /** The row last focused, which Tab reaches again; -1 before any was. */
  readonly currentIndex: number;
  readonly handle: ListHandle;
}

/** Arrow keys, Home and End walk along a list of links of which one is a tab stop. */
export function useRovingRows({ count, container, onReveal, onLeave }: Given): RovingRows {
  const [current, setCurrent] = useState({ index: -1, wantsFocus: false });

  function focusRow(index: number) {
    if (index < 0 || index >= count) return;
    onReveal?.(index);
    setCurrent({ index, wantsFocus: true });
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const from = rowAt(event.target);
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) onLeave();
    else focusRow(to);
  });

  useEffect(() => {
    const box = container.current;
    const keyDown = (event: KeyboardEvent) => onKeyDown(event);
    function focusIn(event: FocusEvent) {
      const index = rowAt(event.target);
      if (index !== null) setCurrent({ index, wantsFocus: false });
    }
    box?.addEventListener('keydown', keyDown);
    box?.addEventListener('focusin', focusIn);
    return () => {
      box?.removeEventListener('keydown', keyDown);
      box?.removeEventListener('focusin', focusIn);
    };
  }, [container]);

  // After the render that put a row out of view into the page.
  useEffect(() => {
    if (!current.wantsFocus) return undefined;
    return focusWhenShown(() => findRow(container.current, current.index));
  }, [current, container]);

  return {
    currentIndex: current.index,
    handle: {
      focusFirst: () => focusRow(0),
      openFirst: () => findRow(container.current, 0)?.click(),
    },
  };
}

function rowAt(target: EventTarget | null): number | null {
  const index = target instanceof Element ? target.getAttribute(ROW) : null;
  return index === null ? null : Number(index);
}

function findRow(container: Element | null, index: number): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[${ROW}="${index}"]`) ?? null;
}
