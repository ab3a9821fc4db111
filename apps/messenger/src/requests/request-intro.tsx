import type { RequestSummary } from '@sotto/client';
import { PersonAvatar } from '../app/index.ts';
import { readerCalendar, useNowMs } from '../conversation/time/reader-calendar.ts';
import { dayTitle, fullTime } from '../conversation/time/time-words.ts';
import { nameOf } from '../people/names.ts';

export interface RequestIntroProps {
  readonly request: RequestSummary;
  /** It was hidden until a moment ago: whoever pressed for it goes on reading here. */
  readonly focused: boolean;
}

/** Who asks to write, and when. */
export function RequestIntro({ request, focused }: RequestIntroProps) {
  const { from } = request;
  return (
    <div className="flex w-full flex-col items-center text-center">
      <PersonAvatar person={from} sizePx={88} />
      <h2
        tabIndex={-1}
        ref={focused ? (heading) => heading?.focus() : null}
        className="mt-3 max-w-full text-page font-semibold text-balance wrap-anywhere outline-none"
      >
        <bdi>{nameOf(from)}</bdi>
      </h2>
      <p className="max-w-full truncate text-body text-quiet">
        <bdi>{from.handle}</bdi>
      </p>
      <RequestTime request={request} />
    </div>
  );
}

/** When it came. A group's sentence already says what it is about. */
export function RequestTime({ request }: { readonly request: RequestSummary }) {
  const nowMs = useNowMs();
  const calendar = readerCalendar();
  const { receivedAtMs, kind } = request;
  return (
    <p className="mt-1 text-small text-quiet" title={fullTime(calendar, receivedAtMs)}>
      {kind === 'direct' && 'Wants to write to you · '}
      {dayTitle(calendar, receivedAtMs, nowMs)},{' '}
      <time dateTime={new Date(receivedAtMs).toISOString()}>{calendar.time(receivedAtMs)}</time>
    </p>
  );
}
