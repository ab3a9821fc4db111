import type { EventId } from '@sotto/protocol';
import type { Subject } from '../../../observable.ts';
import { outcomeOf, problemAsTold } from '../../../session/problems.ts';
import type { ReportableMessage, Reports } from '../../../types/index.ts';
import type { ReportContext } from '../report-context.ts';
import { fileReport } from './filing.ts';
import type { KeptMessage } from './kept-message.ts';
import { KeptMessages } from './kept-messages.ts';
import { amModerator, decide, findReport, listQueue } from './moderation.ts';
import { appealReport, listOwnReports, readStanding, seeNews } from './own-reports.ts';
import { openPhoto } from './reported-photo.ts';
import { proofOf, wordsOf } from './words.ts';

export type DeskActions = Omit<Reports, 'standing' | 'news'>;

/** Where reports are made and decided. */
export interface Desk {
  readonly actions: DeskActions;
  close(): void;
}

const LISTED_MAX = 50;

export function openDesk(context: ReportContext, doubtful: Subject<ReadonlySet<EventId>>): Desk {
  const kept = new KeptMessages(context, doubtful);
  kept.load();
  return {
    actions: {
      findStanding: async () => readStanding(context),
      async listReportable(roomId, userId) {
        await kept.settled();
        return kept.listOf(roomId, userId, LISTED_MAX).map(describe);
      },
      report: (wish) =>
        outcomeOf(async () => {
          await kept.settled();
          await fileReport(context, kept, wish);
        }, problemAsTold),
      listOwn: () => listOwnReports(context),
      seeNews: () => outcomeOf(() => seeNews(context), problemAsTold),
      appeal: (id, text) => outcomeOf(() => appealReport(context, id, text), problemAsTold),
      amModerator: () => amModerator(context),
      listQueue: (view, from) => listQueue(context, view, from),
      findReport: (id) => findReport(context, id),
      openPhoto: (id, eventId) => openPhoto(context, id, eventId),
      decide: (id, decision) => outcomeOf(() => decide(context, id, decision), problemAsTold),
    },
    close: () => kept.close(),
  };
}

function describe(kept: KeptMessage): ReportableMessage {
  const proof = proofOf(kept);
  return {
    eventId: kept.eventId,
    sentAtMs: kept.sentAtMs,
    proof,
    words: proof === 'none' ? { kind: 'unknown', text: '' } : wordsOf(kept.type, kept.content),
    removed: kept.isRemoved,
  };
}
