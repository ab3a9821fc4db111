import type { NetworkWatch } from '../platform/network-watch.ts';
import { isUnreachable } from './problems.ts';
import type { ServerRequests } from './server-requests.ts';

const PAUSE_MS_MIN = 2_000;
const PAUSE_MS_MAX = 60_000;

export interface Wait {
  readonly requests: ServerRequests;
  readonly network: NetworkWatch;
  /** How often this was waited for before: each time the first pause is longer. */
  readonly tries: number;
  readonly signal: AbortSignal;
}

/** The pause before a look: 2, 4, 8 … seconds, at most a minute. */
function pauseMs(tries: number): number {
  return Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** tries);
}

/** Passes the time, or less when the network comes back or the page is looked at again. */
function pass(durationMs: number, { network, signal }: Wait): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    const stops = [network.online, network.visible].map((watched) =>
      watched.subscribe(() => {
        if (watched.get()) end();
      }),
    );
    signal.addEventListener('abort', end);
  });
}

/** Looks for the server with growing pauses. False when nobody waits any more. */
export async function untilServerAnswers(wait: Wait): Promise<boolean> {
  for (let { tries } = wait; !wait.signal.aborted; tries += 1) {
    await pass(pauseMs(tries), wait);
    if (wait.signal.aborted) break;
    try {
      await wait.requests.send('GET', '/_matrix/client/versions');
      return !wait.signal.aborted;
    } catch (error) {
      // Any word from the server is enough to try again.
      if (!isUnreachable(error)) return !wait.signal.aborted;
    }
  }
  return false;
}
