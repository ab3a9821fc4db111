import type { EventId } from '@sotto/protocol';
import { watchAccountData } from '../../matrix/watch-account-data.ts';
import { createSubject, type Observable } from '../../observable.ts';
import type { Reports } from '../../types/index.ts';
import { watchReportNews } from './report-news.ts';
import type { ReportContext } from './report-context.ts';
import type { Desk, DeskActions } from './desk/open-desk.ts';

/** Reports of an account. What makes them is a script of its own, fetched once there is a connection. */
export interface ReportWatch {
  readonly reports: Reports;
  /** Messages nobody could prove: their commitment does not fit. */
  readonly doubtful: Observable<ReadonlySet<EventId>>;
  close(): void;
}

const NAMES: readonly (keyof DeskActions)[] = [
  'findStanding',
  'listReportable',
  'report',
  'listOwn',
  'seeNews',
  'appeal',
  'amModerator',
  'listQueue',
  'findReport',
  'openPhoto',
  'decide',
];

export function watchReports(context: ReportContext): ReportWatch {
  const doubtful = createSubject<ReadonlySet<EventId>>(new Set());
  // Only the server writes it, in the form it documents.
  const standing = watchAccountData(context.matrix.client, 'app.sotto.standing', (told) => told);
  const news = watchReportNews(context.matrix.client);
  let opening: Promise<Desk> | undefined;
  let closed = false;

  function open(): Promise<Desk> {
    opening ??= import('./desk/open-desk.ts')
      .then(({ openDesk }) => openDesk(context, doubtful))
      .catch((error: unknown) => {
        // Without a connection a script does not come either; the next use asks again.
        opening = undefined;
        throw error;
      });
    return opening;
  }
  const openSoon = (): void => {
    // NOTE: tried again with the next connection.
    if (!closed && context.online.get()) open().catch(() => undefined);
  };
  openSoon();
  const stopWatching = context.online.subscribe(openSoon);

  const later = NAMES.map((name) => {
    const act = async (...given: readonly never[]): Promise<unknown> => {
      const actions: Readonly<Record<string, (...given: readonly never[]) => unknown>> = (
        await open()
      ).actions;
      return actions[name]?.(...given);
    };
    return [name, act] as const;
  });
  // SAFETY: each does what the very action does that it stands for.
  const actions = Object.fromEntries(later) as unknown as DeskActions;

  return {
    doubtful,
    reports: {
      standing,
      news,
      ...actions,
    },
    close() {
      closed = true;
      stopWatching();
      standing.close();
      news.close();
      // NOTE: one that never opened has nothing to close.
      opening?.then((desk) => desk.close()).catch(() => undefined);
    },
  };
}
