import type { ReportableMessage, ReportSubject } from '@sotto/client';
import { Checkbox, Skeleton } from '@sotto/ui';
import { ReportedCard } from '../reported-card.tsx';
import { ownProofWords, saidIn } from '../report-words.ts';

/** Beside the reported message, as many more of the same person. */
const MORE_MAX = 4;
const OFFERED_MAX = 12;

export interface ShownMessagesProps {
  readonly subject: ReportSubject;
  /** Null while they are looked for. */
  readonly known: readonly ReportableMessage[] | null;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (eventId: string, chosen: boolean) => void;
}

/** What moderators will see, in full, and what else could be shown to them. */
export function ShownMessages({ subject, known, chosen, onChoose }: ShownMessagesProps) {
  if (subject.kind === 'person' || subject.kind === 'conversation') {
    return (
      <p className="text-small text-quiet">
        Moderators see {subject.person === null ? 'that it is about a group' : 'who it is about'}{' '}
        and what you write here. They see no messages. To show them one, report that message.
      </p>
    );
  }
  if (known === null) return <Skeleton className="h-20 w-full" />;
  const reported = known.filter(({ eventId }) => isReported(subject, eventId));
  const others =
    subject.kind === 'message'
      ? known.filter(({ eventId }) => !isReported(subject, eventId)).slice(0, OFFERED_MAX)
      : [];
  const shown = [...reported, ...others.filter(({ eventId }) => chosen.has(eventId))];
  return (
    <div className="flex flex-col gap-2">
      {shown.map(({ eventId, words, sentAtMs, proof }) => (
        <ReportedCard
          key={eventId}
          words={words}
          sentAtMs={sentAtMs}
          proof={proof}
          proofText={ownProofWords[proof]}
        >
          {words.kind === 'photo' && (
            <p className="text-small">
              {proof === 'claimed'
                ? 'Moderators do not see the photo itself.'
                : 'Moderators can look at this photo.'}
            </p>
          )}
        </ReportedCard>
      ))}
      {reported.length === 0 && (
        <p className="text-small text-quiet">
          This device no longer knows what was written. Moderators see who it is about and what you
          write here.
        </p>
      )}
      {others.length > 0 && (
        <details className="rounded-card border border-line px-4">
          <summary className="flex min-h-11 cursor-pointer items-center text-small font-medium">
            Add other messages of theirs ({chosen.size} of {MORE_MAX})
          </summary>
          <ul className="pb-2">
            {others.map((message) => (
              <li key={message.eventId}>
                <Checkbox
                  label={
                    <span dir="auto" className="line-clamp-2 wrap-anywhere">
                      {saidIn(message.words)}
                    </span>
                  }
                  checked={chosen.has(message.eventId)}
                  disabled={chosen.size >= MORE_MAX && !chosen.has(message.eventId)}
                  onCheckedChange={(checked) => onChoose(message.eventId, checked)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Of a request everything is shown that was written; there are at most three. */
function isReported(subject: ReportSubject, eventId: string): boolean {
  return subject.kind === 'request' || (subject.kind === 'message' && subject.eventId === eventId);
}
