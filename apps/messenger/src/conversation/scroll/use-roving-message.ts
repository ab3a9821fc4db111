import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from '../rows/build-rows.ts';
import { focusWhenShown } from './focus-when-shown.ts';
import { findMessageRow, messageKeyAt, messageKeyAttribute } from './message-key.ts';

interface Given {
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
}

export interface RovingMessage {
  /** The message Tab reaches: the one focused last, else the newest. */
  readonly tabbableKey: string | null;
  /** The focused row, which must stay mounted or focus would fall to the page. */
  readonly keptIndexes: readonly number[];
}

/** Arrow keys walk from message to message; Home and End go to the first and the last loaded. */
export function useRovingMessage({ rows, scroller, list }: Given): RovingMessage {
  const [current, setCurrent] = useState<{ key: string; wantsFocus: boolean } | null>(null);
  const currentIndex = rows.findIndex((row) => row.key === current?.key);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    // Only on the message itself: inside its buttons and menus arrows mean something else.
    const own = event.target instanceof Element && event.target.hasAttribute(messageKeyAttribute);
    const from = own ? rows.findIndex((row) => row.key === messageKeyAt(event.target)) : -1;
    if (from === -1) return;
    const to = destination(rows, from, event.key);
    const key = rows[to]?.key;
    if (to === from || key === undefined) return;
    event.preventDefault();
    list.current?.scrollToIndex(to, { align: 'nearest' });
    setCurrent({ key, wantsFocus: true });
  });

  useEffect(() => {
    const box = scroller.current;
    const keyDown = (event: KeyboardEvent) => onKeyDown(event);
    function focusIn(event: FocusEvent) {
      const key = messageKeyAt(event.target);
      if (key !== null) setCurrent({ key, wantsFocus: false });
    }
    box?.addEventListener('keydown', keyDown);
    box?.addEventListener('focusin', focusIn);
    return () => {
      box?.removeEventListener('keydown', keyDown);
      box?.removeEventListener('focusin', focusIn);
    };
  }, [scroller]);

  // After the render that put the row into the page.
  useEffect(() => {
    if (current?.wantsFocus !== true) return undefined;
    return focusWhenShown(() => findMessageRow(scroller.current, current.key));
  }, [current, scroller]);

  if (current === null || currentIndex === -1) {
    return { tabbableKey: rows.findLast(isMessage)?.key ?? null, keptIndexes: [] };
  }
  return { tabbableKey: current.key, keptIndexes: [currentIndex] };
}

function isMessage(row: Row): boolean {
  return row.kind === 'message';
}

function destination(rows: readonly Row[], from: number, key: string): number {
  switch (key) {
    case 'ArrowUp':
      return rows.findLastIndex((row, index) => index < from && isMessage(row));
    case 'ArrowDown':
      return rows.findIndex((row, index) => index > from && isMessage(row));
    case 'Home':
      return rows.findIndex(isMessage);
    case 'End':
      return rows.findLastIndex(isMessage);
    default:
      return from;
  }
}
