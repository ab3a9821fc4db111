import type { RequestSummary } from '@sotto/client';
import { Button, useObservable } from '@sotto/ui';
import { PersonAvatar, useAccount } from '../app/index.ts';
import { readerCalendar, useNowMs } from '../conversation/time/reader-calendar.ts';
import { dayTitle, fullTime } from '../conversation/time/time-words.ts';
import { nameOf } from '../people/names.ts';
import { acceptWords } from './accept-words.ts';
import type { Answer } from './use-answer.ts';

export interface RequestCardProps {
  readonly request: RequestSummary;
  readonly answer: Answer;
}

/** Who asks, and what each answer means. */
export function RequestCard({ request, answer }: RequestCardProps) {
  const preferences = useObservable(useAccount().preferences);
  const nowMs = useNowMs();
  const { from, receivedAtMs } = request;
  const calendar = readerCalendar();
  return (
    <article className="m-auto flex w-full max-w-104 animate-appear flex-col items-center p-6 text-center">
      <PersonAvatar person={from} sizePx={96} />
      <h2 className="mt-4 max-w-full text-page font-semibold text-balance wrap-anywhere">
        <bdi>{nameOf(from)}</bdi>
      </h2>
      <p className="max-w-full truncate text-body text-quiet">
        <bdi>{from.handle}</bdi>
      </p>
      <p className="mt-1 text-small text-quiet" title={fullTime(calendar, receivedAtMs)}>
        Wants to write to you · {dayTitle(calendar, receivedAtMs, nowMs)},{' '}
        <time dateTime={new Date(receivedAtMs).toISOString()}>{calendar.time(receivedAtMs)}</time>
      </p>
      <div className="mt-6 w-full space-y-2 rounded-card border border-line bg-surface p-4 text-start text-body wrap-anywhere">
        <p>{acceptWords(nameOf(from), preferences)}</p>
        <p>
          Declining removes the request. <bdi>{nameOf(from)}</bdi> can see that you declined.
        </p>
        <p className="text-quiet">Only the people in this conversation can read it.</p>
      </div>
      <div className="mt-4 grid w-full grid-cols-2 gap-3">
        <Button
          size="large"
          stretch
          busy={answer.saying === 'decline'}
          onClick={() => answer.decline(request)}
        >
          Decline
        </Button>
        <Button
          size="large"
          stretch
          variant="primary"
          busy={answer.saying === 'accept'}
          onClick={() => answer.accept(request)}
        >
          Accept
        </Button>
      </div>
    </article>
  );
}
