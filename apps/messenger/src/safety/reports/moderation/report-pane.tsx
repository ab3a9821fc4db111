import type { ModerationReport } from '@sotto/client';
import { EmptyState, FailedState, Skeleton, useLoaded } from '@sotto/ui';
import { ShieldQuestionMark } from 'lucide-react';
import { useCallback } from 'react';
import { BackButton, Pane, PaneHeader, useAccount } from '../../../app/index.ts';
import { readerCalendar } from '../../../conversation/time/reader-calendar.ts';
import { fullTime } from '../../../conversation/time/time-words.ts';
import { categoryLabel, proofWords, stateWords } from '../report-words.ts';
import { ReportedCard } from '../reported-card.tsx';
import { DecisionForm } from './decision-form.tsx';
import { historyWords, reporterWords } from './moderation-words.ts';
import { ReportedPhoto } from './reported-photo.tsx';
import { SubjectCard } from './subject-card.tsx';

export interface ReportPaneProps {
  readonly id: string;
  readonly onDecided: () => void;
}

/** One report: what was reported, whom it is about, and what to do. */
export function ReportPane({ id, onDecided }: ReportPaneProps) {
  const { reports } = useAccount();
  const { state, reload } = useLoaded(useCallback(() => reports.findReport(id), [reports, id]));
  const report = state.kind === 'here' ? state.value : null;
  return (
    <Pane
      label="Report"
      header={
        <PaneHeader
          line
          title={report ? categoryLabel(report.category) : 'Report'}
          back={<BackButton to="/moderation/{-$reportId}" />}
        />
      }
    >
      {state.kind === 'loading' && <Skeleton className="m-4 h-24" />}
      {state.kind === 'failed' && (
        <FailedState title="The report could not be loaded" onRetry={reload} />
      )}
      {state.kind === 'here' && report === null && (
        <EmptyState icon={<ShieldQuestionMark />} title="There is no such report" />
      )}
      {report && (
        <Report
          report={report}
          onDecided={() => {
            reload();
            onDecided();
          }}
        />
      )}
    </Pane>
  );
}

function Report({
  report,
  onDecided,
}: {
  readonly report: ModerationReport;
  readonly onDecided: () => void;
}) {
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 px-4 py-5">
      <section aria-label="What was reported" className="flex flex-col gap-2">
        <p className="text-small text-quiet">
          {stateWords(report)} · {fullTime(readerCalendar(), report.createdMs)}
        </p>
        {report.reason !== '' && (
          <blockquote dir="auto" className="border-s-2 border-line ps-3 wrap-anywhere">
            {report.reason}
          </blockquote>
        )}
        {report.messages.map((message) => (
          <ReportedCard
            key={message.eventId}
            words={message.words}
            sentAtMs={message.sentAtMs}
            proof={message.proof}
            proofText={proofWords[message.proof]}
          >
            {message.photo !== null && (
              <ReportedPhoto reportId={report.id} eventId={message.eventId} photo={message.photo} />
            )}
          </ReportedCard>
        ))}
        {report.messages.length === 0 && (
          <p className="text-small text-quiet">No messages were shown with this report.</p>
        )}
        {report.appeal !== null && (
          <div className="rounded-card bg-caution-soft px-4 py-3">
            <p className="font-medium">The reporter asks to look again</p>
            <p dir="auto" className="wrap-anywhere">
              {report.appeal}
            </p>
            {report.decidedByMe && report.state === 'appealed' && (
              <p className="mt-1 text-small">
                You made the first decision. If you can, let somebody else look.
              </p>
            )}
          </div>
        )}
        <p className="text-small text-quiet">{reporterWords(report.reporter)}</p>
      </section>
      {report.subject && <SubjectCard subject={report.subject} />}
      <DecisionForm report={report} onDecided={onDecided} />
      {report.history.length > 0 && (
        <section aria-label="What was done">
          <h2 className="pb-1 font-medium">What was done</h2>
          <ul className="flex flex-col gap-2">
            {report.history.map((done) => (
              <li key={done.atMs} className="text-small">
                <p>
                  {historyWords(done)}{' '}
                  <span className="text-quiet">{fullTime(readerCalendar(), done.atMs)}</span>
                </p>
                {done.note !== '' && (
                  <p dir="auto" className="wrap-anywhere text-quiet">
                    To the reporter: {done.note}
                  </p>
                )}
                {done.subjectNote !== '' && (
                  <p dir="auto" className="wrap-anywhere text-quiet">
                    To the person: {done.subjectNote}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
