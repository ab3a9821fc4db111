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
import { countArrived, isMyNewMessage } from '../rows/row-counts.ts';

/** Closer than this to the end counts as being there. */
const BOTTOM_PX = 32;
/** What stays visible above the first unread message, to remember what was said. */
const CONTEXT_PX = 72;
/** How far below its top edge the timeline is asked which day it is. */
const DAY_PROBE_PX = 44;
/** Older messages are asked for this many screens before their end is reached. */
const NEAR_START_PAGES = 1.5;
const DAY_LINGERS_MS = 900;

interface Given {
  readonly rows: readonly Row[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  /** Called when what is older should be fetched. */
  readonly onNearStart: () => void;
}

export interface TimelineScroll {
  readonly atBottom: boolean;
  /** Messages of others below what has been seen. */
  readonly arrivedBelow: number;
  /** The day at the top, while the timeline is moving. */
  readonly dayMs: number | null;
  readonly onScroll: () => void;
  readonly onScrollEnd: () => void;
  readonly onResize: () => void;
  readonly toBottom: () => void;
}

interface Place {
  readonly atBottom: boolean;
  readonly arrivedBelow: number;
  readonly dayMs: number | null;
}

/**
 * Where the reader is. Opens at the first unread message, stays at the end once there, and never
 * moves by itself otherwise: the virtual list keeps what is being read in place.
 */
export function useTimelineScroll({ rows, scroller, list, onNearStart }: Given): TimelineScroll {
  const [place, setPlace] = useState<Place>({ atBottom: true, arrivedBelow: 0, dayMs: null });
  const [moving, setMoving] = useState(false);
  const position = useRef({ placed: false, sticks: false, offsetPx: 0, seenKey: '' });
  const shown = useRef(rows);
  const lingers = useRef<ReturnType<typeof setTimeout>>(undefined);

  function toEnd(smooth = false) {
    position.current.sticks = true;
    list.current?.scrollToIndex(rows.length - 1, { align: 'end', smooth });
  }

  function measure() {
    const box = scroller.current;
    const handle = list.current;
    if (box === null || handle === null || rows.length === 0) return;
    const { scrollTop, scrollHeight, clientHeight } = box;
    const atBottom = scrollHeight - scrollTop - clientHeight <= BOTTOM_PX;
    const lowest = rows[handle.findItemIndex(scrollTop + clientHeight - 1)];
    const top = rows[handle.findItemIndex(scrollTop + DAY_PROBE_PX)];
    const { arrived, seenKey } = countArrived(rows, position.current.seenKey, lowest?.key);
    position.current.seenKey = seenKey;
    const next = { atBottom, arrivedBelow: atBottom ? 0 : arrived, dayMs: dayOf(top) };
    setPlace((now) => (samePlace(now, next) ? now : next));
    if (isNearStart(box)) onNearStart();
  }

  function onScroll() {
    const box = scroller.current;
    if (box === null) return;
    const { scrollTop, scrollHeight, clientHeight } = box;
    const now = position.current;
    const atBottom = scrollHeight - scrollTop - clientHeight <= BOTTOM_PX;
    // Content that grows below must not count as having left the end; only moving up does.
    if (atBottom) now.sticks = true;
    else if (scrollTop < now.offsetPx - 1) now.sticks = false;
    if (!now.sticks) {
      clearTimeout(lingers.current);
      setMoving(true);
    }
    now.offsetPx = scrollTop;
    measure();
  }

  function onScrollEnd() {
    clearTimeout(lingers.current);
    lingers.current = setTimeout(() => setMoving(false), DAY_LINGERS_MS);
  }
  useEffect(() => () => clearTimeout(lingers.current), []);

  const onRows = useEffectEvent((rows: readonly Row[]) => {
    const before = shown.current;
    shown.current = rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    if (!position.current.placed) {
      position.current.placed = true;
      const unread = rows.findIndex((row) => row.kind === 'unread');
      position.current.seenKey = rows[unread === -1 ? rows.length - 1 : unread]?.key ?? '';
      if (unread === -1) toEnd();
      else list.current?.scrollToIndex(unread, { align: 'start', offset: -CONTEXT_PX });
    } else if (position.current.sticks || isMyNewMessage(before, last)) {
      toEnd();
    }
    measure();
  });
  useLayoutEffect(() => onRows(rows), [rows]);

  // When a page of older messages was empty, nothing moves that could ask for the next one.
  const onOlderChange = useEffectEvent((loadOlder: () => void) => {
    const box = scroller.current;
    if (box !== null && position.current.placed && isNearStart(box)) loadOlder();
  });
  useEffect(() => onOlderChange(onNearStart), [onNearStart]);

  return {
    atBottom: place.atBottom,
    arrivedBelow: place.arrivedBelow,
    dayMs: moving ? place.dayMs : null,
    onScroll,
    onScrollEnd,
    onResize() {
      if (position.current.sticks) toEnd();
      measure();
    },
    toBottom() {
      const box = scroller.current;
      const handle = list.current;
      if (box === null || handle === null) return;
      const distancePx = box.scrollHeight - box.scrollTop - box.clientHeight;
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      // Far jumps are instant: rolling past hundreds of messages tells nothing.
      toEnd(!calm && distancePx < box.clientHeight * 3);
    },
  };
}

function isNearStart(box: HTMLElement): boolean {
  return box.scrollTop < box.clientHeight * NEAR_START_PAGES;
}

function dayOf(top: Row | undefined): number | null {
  if (top?.kind === 'message') return top.message.sentAtMs;
  if (top?.kind === 'notice') return top.notice.sentAtMs;
  return null;
}

function samePlace(one: Place, other: Place): boolean {
  return (
    one.atBottom === other.atBottom &&
    one.arrivedBelow === other.arrivedBelow &&
    one.dayMs === other.dayMs
  );
}
