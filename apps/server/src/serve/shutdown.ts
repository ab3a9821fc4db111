import type { Logger } from 'pino';
import type { RunningServer } from './start-server.ts';

/** Supervisors that ask kindly wait about ten seconds before they kill; we need half of that. */
const CUT_AFTER_MS = 3500;
const GIVE_UP_AFTER_MS = 4800;

/** One press of Ctrl-C can arrive twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 500;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The part of `process` this needs, so that a test can stand in for it. */
export interface SignalSource {
  on(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Ends the server on the first signal, within five seconds: slow readers are cut off after a while.
 * A second signal after a moment means now.
 */
export function shutDownOnSignal(
  server: Pick<RunningServer, 'close' | 'cut'>,
  log: Logger,
  source: SignalSource = process,
): void {
  let askedAtMs: number | null = null;
  for (const signal of SIGNALS) {
    source.on(signal, () => {
      const nowMs = performance.now();
      if (askedAtMs === null) {
        askedAtMs = nowMs;
        void close(server, log, source);
      } else if (nowMs - askedAtMs > SAME_PRESS_MS) {
        source.exit(1);
      }
    });
  }
}

async function close(
  server: Pick<RunningServer, 'close' | 'cut'>,
  log: Logger,
  source: SignalSource,
): Promise<void> {
  const timers = [
    setTimeout(() => server.cut(), CUT_AFTER_MS),
    setTimeout(() => {
      log.error('could not finish in time');
      source.exit(1);
    }, GIVE_UP_AFTER_MS),
  ];
  try {
    await server.close();
    source.exit(0);
  } catch (cause) {
    // NOTE: nobody above can answer for it any more, and everything acknowledged is on disk.
    log.error({ err: cause }, 'the end was not clean');
    source.exit(1);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
