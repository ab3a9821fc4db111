import type { Proof, ReportedWords } from '@sotto/client';
import { classes } from '@sotto/ui';
import { CircleHelp, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { readerCalendar } from '../../conversation/time/reader-calendar.ts';
import { fullTime } from '../../conversation/time/time-words.ts';
import { saidIn } from './report-words.ts';

export interface ReportedCardProps {
  readonly words: ReportedWords;
  readonly sentAtMs: number;
  readonly proof: Proof;
  /** The meaning of `proof` to whoever looks. */
  readonly proofText: string;
  /** What was in it beside words. */
  readonly children?: ReactNode;
}

/** One message, as moderators see it. */
export function ReportedCard({ words, sentAtMs, proof, proofText, children }: ReportedCardProps) {
  const sure = proof === 'proven' || proof === 'stored';
  return (
    <div className="min-w-0 rounded-card border border-line bg-surface px-4 py-3">
      <p
        dir="auto"
        className={classes(
          'max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap',
          words.kind !== 'text' && 'text-quiet',
        )}
      >
        {saidIn(words)}
      </p>
      {children}
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-small text-quiet [&_.lucide]:size-4">
        {sure ? <ShieldCheck aria-hidden="true" /> : <CircleHelp aria-hidden="true" />}
        <span>{proofText}</span>
        <time dateTime={new Date(sentAtMs).toISOString()}>
          {fullTime(readerCalendar(), sentAtMs)}
        </time>
      </p>
    </div>
  );
}
