import type { VirtualizerHandle } from 'virtua';
import type { Row } from '../rows/build-rows.ts';
import { countArrived } from '../rows/row-counts.ts';

/** Closer than this to the end counts as being there. */
const BOTTOM_PX = 32;
/** How far below its top edge the timeline is asked which day it is. */
const DAY_PROBE_PX = 44;
/** Older messages are asked for this many screens before their end is reached. */
const NEAR_START_PAGES = 1.5;
/** Farther jumps are instant: rolling past hundreds of messages tells nothing. */
const SMOOTH_PAGES_MAX = 3;

/** Where the reader is in the timeline. */
export interface Place {
  readonly atBottom: boolean;
  /** Messages of others below what has been seen. */
  readonly arrivedBelow: number;
  /** The day of what is at the top; null where a day line stands there itself. */
  readonly dayMs: number | null;
}

/** Reads the place, and the lowest row seen so far, off the screen. */
export function readPlace(
  box: HTMLElement,
  list: VirtualizerHandle,
  rows: readonly Row[],
  seenKey: string,
): { readonly place: Place; readonly seenKey: string } {
  const { scrollTop, clientHeight } = box;
  const lowest = rows[list.findItemIndex(scrollTop + clientHeight - 1)];
  const seen = countArrived(rows, seenKey, lowest?.key);
  const atBottom = isAtBottom(box);
  const top = rows[list.findItemIndex(scrollTop + DAY_PROBE_PX)];
  return {
    place: { atBottom, arrivedBelow: atBottom ? 0 : seen.arrived, dayMs: dayOf(top) },
    seenKey: seen.seenKey,
  };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.atBottom === other.atBottom &&
    one.arrivedBelow === other.arrivedBelow &&
    one.dayMs === other.dayMs
  );
}

export function isAtBottom(box: HTMLElement): boolean {
  return distanceToEnd(box) <= BOTTOM_PX;
}

export function isNearStart(box: HTMLElement): boolean {
  return box.scrollTop < box.clientHeight * NEAR_START_PAGES;
}

/** Whether the way to the end may be seen rather than skipped. */
export function isSmoothJump(box: HTMLElement): boolean {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return !calm && distanceToEnd(box) < box.clientHeight * SMOOTH_PAGES_MAX;
}

function distanceToEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

function dayOf(top: Row | undefined): number | null {
  if (top?.kind === 'message') return top.message.sentAtMs;
  return top?.kind === 'notice' ? top.notice.sentAtMs : null;
}
