import type { RequestMessage, RequestSummary } from '@sotto/client';
import { classes, Skeleton, useObservable } from '@sotto/ui';
import { FileText, Image } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAccount } from '../app/index.ts';
import { readerCalendar } from '../conversation/time/reader-calendar.ts';
import { fullTime } from '../conversation/time/time-words.ts';
import { isolated } from '../people/names.ts';

export interface RequestMessagesProps {
  readonly messages: RequestSummary['messages'];
  /** Who wrote them. */
  readonly name: string;
}

/** What they wrote with their request: words to read, nothing to press. */
export function RequestMessages({ messages, name }: RequestMessagesProps) {
  const connection = useObservable(useAccount().connection);
  if (messages === null) {
    return connection === 'offline' ? (
      <Quiet>What they wrote shows once you are connected.</Quiet>
    ) : (
      <MessagesSkeleton />
    );
  }
  if (messages.length === 0) return <Quiet>They haven’t written anything yet.</Quiet>;
  return (
    <ol aria-label={`What ${isolated(name)} wrote`} className="flex flex-col items-start gap-0.5">
      {messages.map((message, index) => (
        <li key={message.key} className="max-w-[min(68ch,88%)] animate-appear">
          <Bubble message={message} joins={jointsOf(index, messages.length)} />
        </li>
      ))}
    </ol>
  );
}

function Bubble({ message, joins }: { readonly message: RequestMessage; readonly joins: string }) {
  const look = classes('relative px-3 py-1.5 text-message wrap-anywhere', joins);
  if (message.kind === 'text') {
    return (
      <p
        dir="auto"
        className={classes('bg-bubble-theirs whitespace-pre-wrap inset-ring inset-ring-line', look)}
      >
        {message.text}
        <WrittenAt message={message} />
      </p>
    );
  }
  return (
    <p className={classes('border border-dashed border-line text-quiet', look)}>
      {message.kind === 'photo' && <Image aria-hidden="true" className={iconLook} />}
      {message.kind === 'file' && <FileText aria-hidden="true" className={iconLook} />}
      {closedWords[message.kind]}
      <WrittenAt message={message} />
    </p>
  );
}

/** In the corner at the end of the text, which leaves room for it. */
function WrittenAt({ message }: { readonly message: RequestMessage }) {
  const calendar = readerCalendar();
  const time = calendar.time(message.sentAtMs);
  return (
    <>
      <span
        aria-hidden="true"
        className="invisible ms-3 inline-flex h-4 align-bottom text-meta whitespace-nowrap tabular-nums select-none"
      >
        {time}
      </span>
      {/* The corner is that of the text's own direction, which the time does not share. */}
      <span className="absolute end-2.5 bottom-1 inline-flex text-meta whitespace-nowrap text-quiet select-none">
        <time
          dir="ltr"
          dateTime={new Date(message.sentAtMs).toISOString()}
          title={fullTime(calendar, message.sentAtMs)}
        >
          {time}
        </time>
      </span>
    </>
  );
}

/** Corners on the side of whoever wrote tighten where bubbles meet. */
function jointsOf(index: number, count: number): string {
  return classes(
    'rounded-bubble',
    index > 0 && 'rounded-ss-joint',
    index < count - 1 && 'rounded-es-joint',
  );
}

const iconLook = 'me-2 inline size-4 align-text-bottom';

const closedWords: Readonly<Record<Exclude<RequestMessage['kind'], 'text'>, string>> = {
  photo: 'Photo: opens once you accept',
  file: 'File: opens once you accept',
  arriving: 'This message is on its way',
  other: 'A message that opens once you accept',
};

function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className="text-center text-small text-quiet">{children}</p>;
}

function MessagesSkeleton() {
  return (
    <output aria-label="Loading messages" className="flex flex-col gap-1">
      <Skeleton className="h-9 w-3/5 rounded-bubble" />
      <Skeleton className="h-9 w-2/5 rounded-bubble" />
    </output>
  );
}
