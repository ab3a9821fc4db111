import type { Message, Notice, Person, Timeline, TimelineItem } from '@sotto/client';

/** Messages of one person closer than this stand together. */
const GROUP_GAP_MS = 180_000;

/** One line of the timeline as it is laid out. Keys are stable while the conversation is open. */
export type Row =
  | { readonly kind: 'start'; readonly key: 'start' }
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'unread'; readonly key: 'unread' }
  | { readonly kind: 'sender'; readonly key: string; readonly person: Person }
  | MessageRow
  | { readonly kind: 'notice'; readonly key: string; readonly notice: Notice };

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly message: Message;
  /** The bubble above or below is part of the same group: corners meet, space shrinks. */
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
}

interface Layout {
  /** Names and faces stand beside messages only where more than two people talk. */
  readonly manyPeople: boolean;
  readonly dayNumber: (ms: number) => number;
}

/**
 * Lays a timeline out in rows.
 *
 * NOTE: Nothing drawn for an item may change when older items arrive above it, or the text a
 * person is reading would move. So day and sender lines are rows of their own, and the oldest
 * loaded item gets none while more may stand before it: they arrive together with what is older.
 */
export function buildRows(timeline: Timeline, layout: Layout): readonly Row[] {
  const { items, firstUnreadKey } = timeline;
  const rows: Row[] = [];
  if (timeline.older === 'none') rows.push({ kind: 'start', key: 'start' });

  let shownDay = Number.NEGATIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    const above = items[index - 1];
    const startKnown = above !== undefined || timeline.older === 'none';

    // Senders' clocks differ, so a message can claim an earlier day than the one above it. The
    // day never goes back: one line per day is enough.
    const day = layout.dayNumber(item.sentAtMs);
    const newDay = day > shownDay;
    if (newDay) {
      shownDay = day;
      if (startKnown) rows.push({ kind: 'day', key: `day:${item.key}`, atMs: item.sentAtMs });
    }
    const firstUnread = item.key === firstUnreadKey;
    if (firstUnread) rows.push({ kind: 'unread', key: 'unread' });

    if (item.kind === 'notice') {
      rows.push({ kind: 'notice', key: item.key, notice: item });
      continue;
    }
    const joinsAbove = !newDay && !firstUnread && belongTogether(above, item);
    if (layout.manyPeople && !item.mine && !joinsAbove && startKnown) {
      rows.push({ kind: 'sender', key: `sender:${item.key}`, person: item.sender });
    }
    rows.push({ kind: 'message', key: item.key, message: item, joinsAbove, joinsBelow: false });
  }
  return joinDownwards(rows);
}

function belongTogether(above: TimelineItem | undefined, item: Message): boolean {
  return (
    above?.kind === 'message' &&
    // What can be done about a failed message stands right below it.
    above.delivery !== 'failed' &&
    above.sender.userId === item.sender.userId &&
    Math.abs(item.sentAtMs - above.sentAtMs) <= GROUP_GAP_MS
  );
}

function joinDownwards(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => {
    const below = rows[index + 1];
    if (row.kind !== 'message' || below?.kind !== 'message' || !below.joinsAbove) return row;
    return { ...row, joinsBelow: true };
  });
}

/** How the next rows follow from the ones on screen. */
export interface RowsPlan {
  readonly rows: readonly Row[];
  /** `rows` differ from what is shown only by rows added at the start. */
  readonly prepends: boolean;
  /** The rows added at the end still have to follow, in a step of their own. */
  readonly incomplete: boolean;
}

/**
 * A virtual list keeps its place over rows added at the start only when nothing else changes in
 * the same step, so a change at both ends is shown in two.
 */
export function planRows(shown: readonly Row[], next: readonly Row[]): RowsPlan {
  const firstKey = shown[0]?.key;
  const added = firstKey === undefined ? 0 : next.findIndex((row) => row.key === firstKey);
  if (added <= 0) return { rows: next, prepends: false, incomplete: false };
  const length = added + shown.length;
  if (next.length <= length) {
    return { rows: next, prepends: next.length === length, incomplete: false };
  }
  return { rows: next.slice(0, length), prepends: true, incomplete: true };
}
