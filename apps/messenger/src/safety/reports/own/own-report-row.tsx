import type { OwnReport } from '@sotto/client';
import { Button } from '@sotto/ui';
import { readerCalendar, useNowMs } from '../../../conversation/time/reader-calendar.ts';
import { listTime } from '../../../conversation/time/time-words.ts';
import { aboutWords, categoryLabel, stateWords } from '../report-words.ts';

export interface OwnReportRowProps {
  readonly report: OwnReport;
  /** It was decided since I last looked. */
  readonly fresh: boolean;
  readonly onAppeal: () => void;
}

/** One report of mine: what it was about and what became of it. */
export function OwnReportRow({ report, fresh, onAppeal }: OwnReportRowProps) {
  const nowMs = useNowMs();
  return (
    <li className="py-3">
      <p className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{aboutWords(report)}</span>
        {fresh && (
          <span className="shrink-0 rounded-full bg-accent-soft px-2 py-0.5 text-meta font-semibold text-accent">
            New
          </span>
        )}
        <time
          dateTime={new Date(report.createdMs).toISOString()}
          className="shrink-0 text-meta text-quiet"
        >
          {listTime(readerCalendar(), report.createdMs, nowMs)}
        </time>
      </p>
      <p className="text-small text-quiet">
        {categoryLabel(report.category)} · {stateWords(report)}
      </p>
      {report.note !== '' && (
        <blockquote
          dir="auto"
          className="mt-2 border-s-2 border-line ps-3 text-small wrap-anywhere"
        >
          {report.note}
        </blockquote>
      )}
      {report.appeal !== null && (
        <p dir="auto" className="mt-2 text-small wrap-anywhere text-quiet">
          You asked to look again: {report.appeal}
        </p>
      )}
      {report.mayAppeal && (
        <Button size="small" className="mt-2" onClick={onAppeal}>
          Ask to look again
        </Button>
      )}
    </li>
  );
}
