import { setTimeout as sleep } from 'node:timers/promises';
import type { Lane } from './lane.ts';

/** Everyone always has one message under way: as fast as the server lets them. */
export async function runClosed(lanes: readonly Lane[], isOver: () => boolean): Promise<void> {
  await Promise.all(
    lanes.map(async (lane) => {
      while (!isOver()) await lane.exchange();
    }),
  );
}

/**
 * Messages fall due at a fixed rate, whether or not the server keeps up, in one conversation after
 * the other. Durations count from the moment a message was due: a server that stalls cannot hide it
 * by keeping the next messages from being sent.
 */
export async function runOpen(
  lanes: readonly Lane[],
  ratePerSecond: number,
  isOver: () => boolean,
): Promise<void> {
  const startMs = performance.now();
  const sendings: Promise<void>[] = [];
  let count = 0;
  const dueMs = () => startMs + (count * 1000) / ratePerSecond;
  const failure = new AbortController();
  while (!isOver() && !failure.signal.aborted) {
    for (; dueMs() <= performance.now(); count += 1) {
      const sending = lanes[count % lanes.length]?.enqueue(dueMs());
      if (sending) sendings.push(sending);
      sending?.catch(() => failure.abort());
    }
    await sleep(1);
  }
  await Promise.all(sendings);
}
