import type { RequestSummary } from '@sotto/client';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { requestersInWords } from './requesters-in-words.ts';
import { CountBadge } from './count-badge.tsx';

export interface RequestsRowProps {
  readonly requests: readonly RequestSummary[];
  readonly index: number;
  readonly tabbable: boolean;
}

/** The way to those who ask to write to me. There only when someone does. */
export function RequestsRow({ requests, index, tabbable }: RequestsRowProps) {
  return (
    <Link
      to="/requests"
      data-row={index}
      tabIndex={tabbable ? 0 : -1}
      className="flex h-16 items-center gap-3 px-4 -outline-offset-2 hover:bg-hover"
    >
      <span
        aria-hidden="true"
        className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent"
      >
        <Inbox />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">Requests</span>
        <span className="block truncate text-small text-quiet">{requestersInWords(requests)}</span>
      </span>
      <CountBadge count={requests.length} label={requests.length === 1 ? 'request' : 'requests'} />
    </Link>
  );
}
