import { readCommitment, type UserId } from '@sotto/protocol';
import type { Txn } from '../../storage/index.ts';
import type { StoredEvent } from '../rooms/index.ts';
import { refuse } from './errors.ts';
import { createReportService, type ReportService } from './filing/report-service.ts';
import { reportStore } from './filing/report-store.ts';
import { frankStore } from './franks/frank-store.ts';
import {
  createModerationService,
  type ModerationService,
} from './moderation/moderation-service.ts';
import { createStandings } from './moderation/standing.ts';
import {
  createSuspensionService,
  type SuspensionService,
} from './moderation/suspension-service.ts';
import type { ReportDeps } from './ports.ts';
import { createReportPurge, type ReportPurge } from './purge.ts';

/** What people report, what shows that it is true, and what moderators decide. */
export interface Reports {
  readonly reports: ReportService;
  readonly moderation: ModerationService;
  readonly suspensions: SuspensionService;
  readonly purge: ReportPurge;
  /** Keeps the commitment of a message that is being unsent, and nothing else of it. */
  keepFrank(txn: Txn, event: StoredEvent): Promise<void>;
  /** Of account data that only the server writes. */
  refuseStanding(): Promise<never>;
  removePerson(txn: Txn, userId: UserId): Promise<void>;
}

export function createReports(deps: ReportDeps): Reports {
  const { clock } = deps;
  const standings = createStandings(deps);
  return {
    reports: createReportService(deps),
    moderation: createModerationService(deps, standings),
    suspensions: createSuspensionService(deps, standings),
    purge: createReportPurge(deps),

    async keepFrank(txn, { eventId, type, content }) {
      const commitment = type === 'm.room.encrypted' ? readCommitment(content) : null;
      if (commitment === null) return;
      await frankStore.keep(txn, eventId, { commitment, redactedMs: clock.nowMs() });
    },

    async refuseStanding() {
      throw refuse('standing_is_read_only', 'Only moderators change this.');
    },

    removePerson: (txn, userId) => reportStore.forgetReporter(txn, userId),
  };
}
