import type { Message } from '@sotto/client';
import { classes } from '@sotto/ui';
import { BellOff } from 'lucide-react';
import { fullTime } from '../time/time-words.ts';
import { readerCalendar } from '../time/reader-calendar.ts';
import { DeliveryMark } from './delivery-mark.tsx';

export interface MessageMetaProps {
  readonly message: Message;
  readonly className?: string;
}

/** Time and delivery, in the corner of a bubble. */
export function MessageMeta({ message, className }: MessageMetaProps) {
  const calendar = readerCalendar();
  return (
    <span
      dir="ltr"
      className={classes(
        'inline-flex items-center gap-0.5 text-meta whitespace-nowrap select-none',
        className,
      )}
    >
      <time
        dateTime={new Date(message.sentAtMs).toISOString()}
        title={fullTime(calendar, message.sentAtMs)}
      >
        {calendar.time(message.sentAtMs)}
      </time>
      {message.silent === true && (
        <span title="Sent without sound">
          <BellOff aria-hidden="true" className="size-3" />
          <span className="sr-only">Sent without sound</span>
        </span>
      )}
      {message.delivery !== null && <DeliveryMark delivery={message.delivery} />}
    </span>
  );
}

/** Leaves room for the meta at the end of the last line, so that it never covers a word. */
export function MessageMetaRoom({ message }: { readonly message: Message }) {
  return (
    <span
      aria-hidden="true"
      dir="ltr"
      className="invisible ms-3 inline-flex h-4 gap-0.5 align-bottom text-meta whitespace-nowrap tabular-nums select-none"
    >
      {readerCalendar().time(message.sentAtMs)}
      {message.silent === true && <span className="w-3" />}
      {message.delivery !== null && <span className="w-4" />}
    </span>
  );
}
