import type { ReportedPerson } from '@sotto/client';
import { PersonAvatar } from '../../../app/index.ts';
import { readerCalendar } from '../../../conversation/time/reader-calendar.ts';
import { NameLine } from '../../../people/name-line.tsx';
import { nameOf } from '../../../people/names.ts';
import { historyWords, reportCounts } from './moderation-words.ts';

/** Whom a report is about, in what the server knows of the account. */
export function SubjectCard({ subject }: { readonly subject: ReportedPerson }) {
  const calendar = readerCalendar();
  const facts = [
    subject.accountCreatedMs === null
      ? 'The account has ended'
      : `Here since ${calendar.dateWithYear(subject.accountCreatedMs)}`,
    reportCounts(subject),
    ...(subject.suspended ? ['Suspended'] : []),
    ...(subject.limitedUntilMs === null
      ? []
      : [`Limited until ${calendar.dateWithYear(subject.limitedUntilMs)}`]),
  ];
  return (
    <section
      aria-label="Who it is about"
      className="rounded-card border border-line bg-surface px-4 py-3"
    >
      <div className="flex items-center gap-3">
        <PersonAvatar person={subject.person} sizePx={40} />
        <div className="min-w-0 flex-1">
          <NameLine className="font-semibold">{nameOf(subject.person)}</NameLine>
          <NameLine className="text-small text-quiet">{subject.person.handle}</NameLine>
        </div>
      </div>
      <ul className="mt-3 text-small">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {subject.history.map((done) => (
          <li key={done.atMs} className="text-quiet">
            {historyWords(done)}, {calendar.dateWithYear(done.atMs)}
          </li>
        ))}
      </ul>
    </section>
  );
}
