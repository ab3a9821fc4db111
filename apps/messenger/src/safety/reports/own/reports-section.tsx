import type { AccountStanding, OwnReport } from '@sotto/client';
import { buttonClasses, FailedLine, Skeleton, useLoaded } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAccount } from '../../../app/index.ts';
import { readerCalendar } from '../../../conversation/time/reader-calendar.ts';
import { fullTime } from '../../../conversation/time/time-words.ts';
import { SectionCard } from '../../../settings/section-card.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import { OwnReportRow } from './own-report-row.tsx';
import { useReportNews } from './use-report-news.ts';

/** What I have reported, what became of it, and what moderators decided about me. */
export function ReportsSection() {
  const { reports } = useAccount();
  const standing = useStanding();
  const { state, reload } = useLoaded(useCallback(() => reports.listOwn(), [reports]));
  const list = useRef<HTMLUListElement>(null);
  const isFresh = useReportNews(list, { isLoaded: state.kind === 'here', reload });
  const moderator = useLoaded(useCallback(() => reports.amModerator(), [reports])).state;
  const [appealing, setAppealing] = useState<OwnReport | null>(null);
  return (
    <SectionCard
      id="reports"
      title="Reports"
      text="What you have told the moderators. Nobody you report is told."
    >
      {standing?.suspended === true && (
        <p className="my-3 rounded-card bg-danger-soft px-4">
          Your account is suspended: you can read and leave, but not write, join or change your
          profile.
        </p>
      )}
      {standing !== null && standing.notes.length > 0 && <StandingNotes standing={standing} />}
      {state.kind === 'loading' && <Skeleton className="h-5 w-40" />}
      {state.kind === 'failed' && (
        <FailedLine text="Your reports could not be loaded." onRetry={reload} />
      )}
      {state.kind === 'here' && state.value.length === 0 && (
        <p className="text-quiet">You have reported nothing.</p>
      )}
      {state.kind === 'here' && state.value.length > 0 && (
        <ul ref={list} className="divide-y divide-line *:first:pt-0 *:last:pb-0">
          {state.value.map((report) => (
            <OwnReportRow
              key={report.id}
              report={report}
              fresh={isFresh(report)}
              onAppeal={() => setAppealing(report)}
            />
          ))}
        </ul>
      )}
      {moderator.kind === 'here' && moderator.value && (
        <div className="flex items-center justify-between gap-4">
          <p>You are a moderator.</p>
          <Link to="/moderation/{-$reportId}" className={buttonClasses({ size: 'small' })}>
            Open the queue
          </Link>
        </div>
      )}
      {appealing !== null && (
        <AppealDialog
          report={appealing}
          onClose={() => setAppealing(null)}
          onDone={() => {
            setAppealing(null);
            reload();
          }}
        />
      )}
    </SectionCard>
  );
}

/** What moderators decided about me, read anew with each decision; null until it is known. */
function useStanding(): AccountStanding | null {
  const { reports } = useAccount();
  const { state, reload } = useLoaded(useCallback(() => reports.findStanding(), [reports]));
  useEffect(() => reports.standing.subscribe(reload), [reports, reload]);
  return state.kind === 'here' ? state.value : null;
}

const NOTES_SHOWN = 3;
const actionWords = {
  dismiss: '',
  warn: 'A moderator has a word for you',
  limit: 'How many new people you can write to is limited',
  suspend: 'Your account was suspended',
  lift: 'Limits on your account were ended',
} as const;

function StandingNotes({ standing }: { readonly standing: AccountStanding }) {
  return (
    <div className="flex flex-col gap-3">
      {standing.notes.slice(0, NOTES_SHOWN).map(({ action, note, atMs }) => (
        <div key={atMs}>
          <p className="font-medium">{actionWords[action]}</p>
          {note !== '' && (
            <p dir="auto" className="wrap-anywhere">
              {note}
            </p>
          )}
          <p className="text-small text-quiet">{fullTime(readerCalendar(), atMs)}</p>
        </div>
      ))}
    </div>
  );
}
