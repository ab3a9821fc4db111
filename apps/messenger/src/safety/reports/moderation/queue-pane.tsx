import type { QueuedReport, QueuePage, QueueView } from '@sotto/client';
import { Button, EmptyState, FailedState, Segmented, Skeleton, useLoaded } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useCallback, useState } from 'react';
import { BackButton, Pane, PaneHeader, useAccount } from '../../../app/index.ts';
import { readerCalendar, useNowMs } from '../../../conversation/time/reader-calendar.ts';
import { listTime } from '../../../conversation/time/time-words.ts';
import { categoryLabel } from '../report-words.ts';
import { queueWords } from './moderation-words.ts';

export interface QueuePaneProps {
  readonly view: QueueView;
  readonly onView: (view: QueueView) => void;
}

/** The reports that wait, wait again, or are decided; the newest first. */
export function QueuePane({ view, onView }: QueuePaneProps) {
  const { reports } = useAccount();
  const { state, reload } = useLoaded(
    useCallback(() => reports.listQueue(view, null), [reports, view]),
  );
  const counts = state.kind === 'here' ? state.value : null;
  return (
    <Pane
      label="Reports"
      header={<PaneHeader title="Reports" back={<BackButton to="/" always />} />}
    >
      <div className="px-4 pb-3">
        <Segmented
          label="View"
          hideLabel
          value={view}
          options={[
            { value: 'open', label: counts ? `Open (${counts.open})` : 'Open' },
            { value: 'appealed', label: counts ? `Again (${counts.appealed})` : 'Again' },
            { value: 'closed', label: 'Decided' },
          ]}
          onValueChange={onView}
        />
      </div>
      {state.kind === 'loading' && (
        <output aria-label="Loading the reports" className="block px-4">
          <Skeleton className="h-14 w-full" />
        </output>
      )}
      {state.kind === 'failed' && (
        <FailedState title="The reports could not be loaded" onRetry={reload} />
      )}
      {state.kind === 'here' && <Queue key={view} view={view} first={state.value} />}
    </Pane>
  );
}

function Queue({ view, first }: { readonly view: QueueView; readonly first: QueuePage }) {
  const { reports } = useAccount();
  const nowMs = useNowMs();
  const [more, setMore] = useState<readonly QueuePage[]>([]);
  const [busy, setBusy] = useState(false);
  const { next } = more.at(-1) ?? first;
  const rows = [first, ...more].flatMap((page) => page.reports);

  async function loadMore(): Promise<void> {
    setBusy(true);
    // NOTE: the button stays, and can be pressed again.
    const page = await reports.listQueue(view, next).catch(() => null);
    if (page) setMore([...more, page]);
    setBusy(false);
  }

  if (rows.length === 0) {
    return <EmptyState icon={<Inbox />} title="There is nothing here to decide" />;
  }
  return (
    <>
      <ul>
        {rows.map((report) => (
          <li key={report.id}>
            <QueueRow report={report} nowMs={nowMs} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <Button className="mx-4 my-3" busy={busy} onClick={() => void loadMore()}>
          Show more
        </Button>
      )}
    </>
  );
}

function QueueRow({ report, nowMs }: { readonly report: QueuedReport; readonly nowMs: number }) {
  return (
    <Link
      to="/moderation/{-$reportId}"
      params={{ reportId: report.id }}
      className="flex min-h-16 flex-col justify-center px-4 -outline-offset-2 hover:bg-hover aria-[current=page]:bg-selected"
    >
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold">
          {categoryLabel(report.category)}
        </span>
        <time
          dateTime={new Date(report.createdMs).toISOString()}
          className="shrink-0 text-meta text-quiet"
        >
          {listTime(readerCalendar(), report.createdMs, nowMs)}
        </time>
      </span>
      <span className="truncate text-small text-quiet">{queueWords(report)}</span>
    </Link>
  );
}
