import type { QueueView } from '@sotto/client';
import { EmptyState, FailedState, Skeleton, useLoaded } from '@sotto/ui';
import { useParams } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Columns } from '../../../app/frame/columns.tsx';
import { BackButton, Pane, PaneHeader, useAccount } from '../../../app/index.ts';
import { NotFoundScreen } from '../../../app/routes/not-found-screen.tsx';
import { QueuePane } from './queue-pane.tsx';
import { ReportPane } from './report-pane.tsx';

/** `/moderation` and `/moderation/$reportId`: for whoever else asks, there is no such page. */
export function ModerationPage() {
  const { reports } = useAccount();
  const { state, reload } = useLoaded(useCallback(() => reports.amModerator(), [reports]));
  if (state.kind === 'here') return state.value ? <Moderation /> : <NotFoundScreen />;
  return (
    <main className="flex min-h-0 flex-1">
      <Pane
        label="Reports"
        header={<PaneHeader title="Reports" back={<BackButton to="/" always />} />}
      >
        {state.kind === 'loading' ? (
          <div className="p-4">
            <Skeleton className="h-16 w-full" />
          </div>
        ) : (
          <FailedState title="The server cannot be reached" onRetry={reload} />
        )}
      </Pane>
    </main>
  );
}

function Moderation() {
  const { reportId } = useParams({ from: '/account/moderation/{-$reportId}' });
  const [view, setView] = useState<QueueView>('open');
  /** Changes when something was decided, so that the list is asked for again. */
  const [round, setRound] = useState(0);
  return (
    <Columns
      showing={reportId === undefined ? 'side' : 'detail'}
      side={<QueuePane key={round} view={view} onView={setView} />}
    >
      {reportId === undefined ? (
        <EmptyState icon={<Inbox />} title="Choose a report to decide it" />
      ) : (
        <ReportPane key={reportId} id={reportId} onDecided={() => setRound(round + 1)} />
      )}
    </Columns>
  );
}
