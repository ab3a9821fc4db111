import type { Row } from './build-rows.ts';

export interface Arrived {
  /** Messages of others below the lowest row that has been seen. */
  readonly arrived: number;
  /** The lowest row that has been seen, now. */
  readonly seenKey: string;
}

/**
 * Counts what waits below. Looks from the end, where the reader mostly is; rows that came or went
 * above make no difference.
 */
export function countArrived(
  rows: readonly Row[],
  seenKey: string,
  lowestVisibleKey: string | undefined,
): Arrived {
  let arrived = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row === undefined) break;
    if (row.key === lowestVisibleKey || row.key === seenKey) return { arrived, seenKey: row.key };
    if (row.kind === 'message' && !row.message.mine) arrived += 1;
  }
  return { arrived, seenKey };
}

/** Whether `last` is a message I just sent: the one thing that always brings me to the end. */
export function isMyNewMessage(before: readonly Row[], last: Row): boolean {
  return (
    last.kind === 'message' &&
    last.message.mine &&
    (last.message.delivery === 'sending' || last.message.delivery === 'waiting') &&
    before.at(-1)?.key !== last.key
  );
}
