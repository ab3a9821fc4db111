import { refuse } from '../errors.ts';
import type { Report } from './report-store.ts';

const DAY_MS = 86_400_000;
/** Reports are counted over this time. */
export const REPORTS_WINDOW_MS = DAY_MS;
/** For so long a decision can be appealed. */
const APPEAL_MS_MAX = 30 * DAY_MS;
/** What was reported is forgotten so long after the decision. */
export const EVIDENCE_KEPT_MS = 180 * DAY_MS;
/** Of one person's reports about another, one counts against them within this time. */
export const COUNTS_AGAIN_MS = 14 * DAY_MS;

type Appealable = Pick<Report, 'state' | 'closedMs' | 'appeal'>;

/** Null if the decision may be appealed, else why not. */
export function findAppealFault(
  report: Appealable,
  nowMs: number,
): 'appealed_already' | 'not_decided' | 'appeal_too_late' | null {
  if (report.appeal !== null) return 'appealed_already';
  if (report.state !== 'closed' || report.closedMs === null) return 'not_decided';
  return nowMs - report.closedMs > APPEAL_MS_MAX ? 'appeal_too_late' : null;
}

const FAULTS = {
  appealed_already: 'You have already said why. A decision is looked at again once.',
  not_decided: 'Nothing has been decided about this report yet.',
  appeal_too_late: 'A decision can be appealed for thirty days.',
} as const;

export function checkMayAppeal(report: Appealable, nowMs: number): void {
  const fault = findAppealFault(report, nowMs);
  if (fault) throw refuse(fault, FAULTS[fault]);
}

/** `madeMs` are the times of the reports that count, the oldest first. */
export function checkMayReport(madeMs: readonly number[], perDay: number, nowMs: number): void {
  if (madeMs.length < perDay) return;
  const freesAtMs = (madeMs[madeMs.length - perDay] ?? nowMs) + REPORTS_WINDOW_MS;
  throw refuse('reports_used_up', 'You have reported a lot today. Try again tomorrow.', {
    retry_after_ms: Math.max(0, freesAtMs - nowMs),
  });
}
