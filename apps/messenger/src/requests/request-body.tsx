import type { RequestSummary } from '@sotto/client';
import { lazy, Suspense } from 'react';
import { readerCalendar, useNowMs } from '../conversation/time/reader-calendar.ts';
import { nameOf } from '../people/names.ts';
import { AnswerWords } from './answer/answer-words.tsx';
import { FactList } from './facts/fact-list.tsx';
import { factsOf } from './facts/fact-words.ts';
import { RequestShield } from './request-shield.tsx';
import { HiddenIntro } from './hidden-intro.tsx';
import { RequestIntro } from './request-intro.tsx';
import { RequestMessages } from './request-messages.tsx';

export interface RequestBodyProps {
  readonly request: RequestSummary;
  /** Name, photo and messages wait to be asked for. */
  readonly hidden: boolean;
  /** They were asked for. */
  readonly revealed: boolean;
  readonly onShow: () => void;
}

const GroupIntro = lazy(async () => ({
  default: (await import('./group/group-intro.tsx')).GroupIntro,
}));

const labels: Readonly<Record<RequestSummary['kind'], string>> = {
  direct: 'Message request',
  group: 'Invitation to a group',
  community: 'Invitation to a community',
};

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

/** What there is to know of a request before it is answered, at the foot of the page like messages. */
export function RequestBody({ request, hidden, revealed, onShow }: RequestBodyProps) {
  const nowMs = useNowMs();
  const { dayNumber } = readerCalendar();
  const facts = factsOf(request, { nowMs, dayNumber, month: (ms) => monthFormat.format(ms) });
  return (
    <article
      aria-label={labels[request.kind]}
      className="mx-auto mt-auto flex w-full max-w-144 animate-appear flex-col items-center gap-5 px-4 pt-8 pb-5"
    >
      {hidden ? (
        <HiddenIntro request={request} onShow={onShow} />
      ) : request.group === null ? (
        <RequestIntro request={request} focused={revealed} />
      ) : (
        <Suspense>
          <GroupIntro request={request} group={request.group} focused={revealed} />
        </Suspense>
      )}
      {facts.length > 0 && <FactList facts={facts} />}
      {!hidden && request.kind === 'direct' && (
        <div className="w-full">
          <RequestMessages messages={request.messages} name={nameOf(request.from)} />
        </div>
      )}
      {!hidden && <RequestShield request={request} />}
      <AnswerWords kind={request.kind} name={hidden ? null : nameOf(request.from)} place="above" />
    </article>
  );
}
