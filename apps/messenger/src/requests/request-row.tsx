import type { RequestSummary } from '@sotto/client';
import { Link } from '@tanstack/react-router';
import { PersonAvatar } from '../app/index.ts';
import { readerCalendar } from '../conversation/time/reader-calendar.ts';
import { listTime } from '../conversation/time/time-words.ts';
import { nameOf } from '../people/names.ts';
import { NameLine } from '../people/name-line.tsx';

export interface RequestRowProps {
  readonly request: RequestSummary;
  readonly nowMs: number;
}

/** Someone who asks to write to me. */
export function RequestRow({ request, nowMs }: RequestRowProps) {
  const { from, receivedAtMs } = request;
  return (
    <Link
      to="/requests/$requestId"
      params={{ requestId: request.id }}
      className="flex h-16 items-center gap-3 px-4 -outline-offset-2 hover:bg-hover aria-[current=page]:bg-selected"
    >
      <PersonAvatar person={from} sizePx={48} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <NameLine className="min-w-0 flex-1 font-semibold">{nameOf(from)}</NameLine>
          <time
            dateTime={new Date(receivedAtMs).toISOString()}
            className="shrink-0 text-meta text-quiet"
          >
            {listTime(readerCalendar(), receivedAtMs, nowMs)}
          </time>
        </span>
        <NameLine className="text-small text-quiet">{from.handle}</NameLine>
      </span>
    </Link>
  );
}
