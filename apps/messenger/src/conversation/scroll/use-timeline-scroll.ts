import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Row } from '../rows/build-rows.ts';
import { isMyNewMessage } from '../rows/row-counts.ts';
import {
  isAtBottom,
  isNearStart,
  isSamePlace,
  isSmoothJump,
  readPlace,
  type Place,
} from './scroll-place.ts';
import { useMoving } from './use-moving.ts';

/** What stays visible above the first unread message, to remember what was said. */
const CONTEXT_PX = 72;

interface Given {
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  /** Called when what is older should be fetched. */
  readonly onNearStart: () => void;
}

export interface TimelineScroll extends Place {
  readonly onScroll: () => void;
  readonly onScrollEnd: () => void;
  readonly onResize: () => void;
  readonly toBottom: () => void;
}

/**
 * Where the reader is. Opens at the first unread message, stays at the end once there, and never
 * moves by itself otherwise: the virtual list keeps what is being read in place.
 */
export function useTimelineScroll({ rows, scroller, list, onNearStart }: Given): TimelineScroll {
  const [place, setPlace] = useState<Place>({ atBottom: true, arrivedBelow: 0, dayMs: null });
  const { moving, onMove, onRest } = useMoving();
  const state = useRef({ placed: false, sticks: false, offsetPx: 0, seenKey: '', rows });

  function toEnd(smooth = false) {
    state.current.sticks = true;
    list.current?.scrollToIndex(rows.length - 1, { align: 'end', smooth });
  }

  function look() {
    const box = scroller.current;
    if (box === null || list.current === null || rows.length === 0) return;
    const read = readPlace(box, list.current, rows, state.current.seenKey);
    state.current.seenKey = read.seenKey;
    setPlace((now) => (isSamePlace(now, read.place) ? now : read.place));
    if (isNearStart(box)) onNearStart();
  }

  /** Content that grows below must not count as having left the end; only moving up does. */
  function noticeMove(box: HTMLElement) {
    const now = state.current;
    if (isAtBottom(box)) now.sticks = true;
    else if (box.scrollTop < now.offsetPx - 1) now.sticks = false;
    now.offsetPx = box.scrollTop;
  }

  /** The first rows decide where reading starts; later ones only follow it. */
  function begin(rows: readonly Row[]) {
    const unread = rows.findIndex((row) => row.kind === 'unread');
    state.current.placed = true;
    state.current.seenKey = rows.at(unread)?.key ?? '';
    if (unread === -1) toEnd();
    else list.current?.scrollToIndex(unread, { align: 'start', offset: -CONTEXT_PX });
  }

  const onRows = useEffectEvent((rows: readonly Row[]) => {
    const before = state.current.rows;
    state.current.rows = rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    // A hand may have moved the timeline in this very frame, before any scroll event tells.
    if (scroller.current !== null) noticeMove(scroller.current);
    if (!state.current.placed) begin(rows);
    else if (state.current.sticks || isMyNewMessage(before, last)) toEnd();
    look();
  });
  useLayoutEffect(() => onRows(rows), [rows]);

  // When a page of older messages was empty, nothing moves that could ask for the next one.
  const onOlderChange = useEffectEvent((loadOlder: () => void) => {
    const box = scroller.current;
    if (box !== null && state.current.placed && isNearStart(box)) loadOlder();
  });
  useEffect(() => onOlderChange(onNearStart), [onNearStart]);

  return {
    ...place,
    dayMs: moving ? place.dayMs : null,
    onScroll() {
      const box = scroller.current;
      if (box === null) return;
      noticeMove(box);
      if (!state.current.sticks) onMove();
      look();
    },
    onScrollEnd: onRest,
    onResize() {
      if (state.current.sticks) toEnd();
      look();
    },
    toBottom() {
      if (scroller.current !== null) toEnd(isSmoothJump(scroller.current));
    },
  };
}
