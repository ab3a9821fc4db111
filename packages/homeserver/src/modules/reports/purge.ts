import { EVIDENCE_KEPT_MS } from './filing/report-rules.ts';
import { reportStore } from './filing/report-store.ts';
import { FRANK_KEPT_MS } from './franks/frank-rules.ts';
import { frankStore } from './franks/frank-store.ts';
import type { ReportDeps } from './ports.ts';

const HOUR_MS = 3_600_000;

/** Forgets what need not be known any longer, every hour. */
export interface ReportPurge {
  start(): void;
  /** Forgets now what is due. */
  sweep(): Promise<void>;
  /** Waits for a sweep under way. */
  close(): Promise<void>;
}

export function createReportPurge({ db, clock, log }: ReportDeps): ReportPurge {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function sweep(): Promise<void> {
    const nowMs = clock.nowMs();
    await db.write(async (txn) => {
      await frankStore.deleteBefore(txn, nowMs - FRANK_KEPT_MS);
      await reportStore.forgetBefore(txn, nowMs - EVIDENCE_KEPT_MS);
    });
  }
  function sweepAlone(): void {
    running = running.then(sweep).catch((cause: unknown) => {
      // NOTE: what is too old is not used, and the next hour tries again.
      log.warn({ err: cause }, 'old reports could not be cleared away');
    });
  }

  return {
    sweep,
    start() {
      sweepAlone();
      timer = setInterval(sweepAlone, HOUR_MS);
      timer.unref();
    },
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
