import type { RequestSummary } from '@sotto/client';
import { Link } from '@tanstack/react-router';
import { EyeOff } from 'lucide-react';
import { readerCalendar } from '../conversation/time/reader-calendar.ts';
import { listTime } from '../conversation/time/time-words.ts';
import { NameLine } from '../people/name-line.tsx';
import { RequestFace } from './request-face.tsx';
import { requestName } from './request-name.ts';
import { rowWords } from './row-words.ts';

export interface RequestRowProps {
  readonly request: RequestSummary;
  readonly nowMs: number;
}

/** Someone who asks, and how they begin; neither where that is to be asked for. */
export function RequestRow({ request, nowMs }: RequestRowProps) {
  const { receivedAtMs, blurred } = request;
  return (
    <Link
      to="/requests/$requestId"
      params={{ requestId: request.id }}
      className="flex h-16 items-center gap-3 px-4 -outline-offset-2 hover:bg-hover aria-[current=page]:bg-selected"
    >
      {blurred ? (
        <span
          aria-hidden="true"
          className="grid size-12 shrink-0 place-items-center rounded-full bg-sunken text-quiet inset-ring inset-ring-line"
        >
          <EyeOff />
        </span>
      ) : (
        <RequestFace request={request} sizePx={48} />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <NameLine className="min-w-0 flex-1 font-semibold">
            {blurred ? 'Someone you may not know' : requestName(request)}
          </NameLine>
          <time
            dateTime={new Date(receivedAtMs).toISOString()}
            className="shrink-0 text-meta text-quiet"
          >
            {listTime(readerCalendar(), receivedAtMs, nowMs)}
          </time>
        </span>
        <NameLine className="text-small text-quiet">
          {blurred ? 'Hidden until you open it' : rowWords(request)}
        </NameLine>
      </span>
    </Link>
  );
}
