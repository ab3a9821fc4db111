import type { ConversationSummary } from '@sotto/client';
import { personColour } from '@sotto/ui';
import { nameOf } from '../../people/names.ts';
import { MessageRow } from '../message/message-row.tsx';
import { readerCalendar } from '../time/reader-calendar.ts';
import { dayTitle } from '../time/time-words.ts';
import type { Row } from '../rows/build-rows.ts';
import { StartOfConversation } from './start-of-conversation.tsx';
import { NameLine } from '../../people/name-line.tsx';

export interface TimelineRowProps {
  readonly row: Row;
  readonly summary: ConversationSummary;
  /** Faces and names stand beside the messages of others. */
  readonly faces: boolean;
  readonly nowMs: number;
  readonly fresh: boolean;
  readonly tabbable: boolean;
  /** Under the pointer or holding focus. */
  readonly near: boolean;
}

/** One row of the timeline in the reading column. */
export function TimelineRow({ row, ...rest }: TimelineRowProps) {
  return (
    <div className="mx-auto w-full max-w-224 px-3 md:px-5">
      <RowContent row={row} {...rest} />
    </div>
  );
}

function RowContent({ row, summary, faces, nowMs, fresh, tabbable, near }: TimelineRowProps) {
  if (row.kind === 'message') {
    return (
      <MessageRow
        message={row.message}
        joinsAbove={row.joinsAbove}
        joinsBelow={row.joinsBelow}
        faces={faces}
        fresh={fresh}
        tabbable={tabbable}
        near={near}
      />
    );
  }
  if (row.kind === 'start') return <StartOfConversation summary={summary} />;
  if (row.kind === 'unread') return <UnreadLine />;
  if (row.kind === 'day') {
    return (
      <h2 className="pt-3 pb-4 text-center text-meta font-semibold text-quiet">
        {dayTitle(readerCalendar(), row.atMs, nowMs)}
      </h2>
    );
  }
  if (row.kind === 'sender') {
    return (
      <p
        className="ps-13 pb-0.5 text-small font-semibold"
        style={{ color: personColour(row.person.userId).ink }}
      >
        <NameLine>{nameOf(row.person)}</NameLine>
      </p>
    );
  }
  return (
    <p className="mx-auto max-w-[68ch] px-6 pt-1 pb-3 text-center text-small text-balance wrap-anywhere text-quiet">
      {row.notice.text}
    </p>
  );
}

function UnreadLine() {
  return (
    <h2 className="flex items-center gap-3 pt-1 pb-3 text-meta font-semibold text-accent">
      <span aria-hidden="true" className="h-px flex-1 bg-accent/40" />
      New
      <span aria-hidden="true" className="h-px flex-1 bg-accent/40" />
    </h2>
  );
}
