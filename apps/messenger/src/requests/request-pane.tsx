import type { RequestSummary } from '@sotto/client';
import { buttonClasses, EmptyState, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MailX } from 'lucide-react';
import { useState } from 'react';
import { BackButton, Pane, PaneHeader, useAccount } from '../app/index.ts';
import { NameLine } from '../people/name-line.tsx';
import { nameOf } from '../people/names.ts';
import { AnswerBar } from './answer/answer-bar.tsx';
import { useAnswer } from './answer/use-answer.ts';
import { RequestBody } from './request-body.tsx';
import { RequestFace } from './request-face.tsx';
import { requestName } from './request-name.ts';

/** One request: who asks, what they wrote, and the answers. */
export function RequestPane({ id }: { readonly id: RequestSummary['id'] }) {
  const requests = useObservable(useAccount().requests);
  const answer = useAnswer(id);
  const [asked, setAsked] = useState(false);
  const found = requests.find((request) => request.id === id) ?? null;
  // An answered request leaves the list at once; it stays here until the answer has led on.
  const request = found ?? answer.answered;
  if (request === null) return <NoRequest />;
  const hidden = request.blurred && !asked;
  return (
    <Pane
      label="Request"
      header={<RequestHeader request={request} hidden={hidden} />}
      footer={
        <AnswerBar request={request} name={hidden ? null : nameOf(request.from)} answer={answer} />
      }
    >
      <RequestBody
        request={request}
        hidden={hidden}
        revealed={asked}
        onShow={() => setAsked(true)}
      />
    </Pane>
  );
}

function RequestHeader({
  request,
  hidden,
}: {
  readonly request: RequestSummary;
  readonly hidden: boolean;
}) {
  const back = <BackButton to="/requests" />;
  if (hidden) return <PaneHeader line title="Request" back={back} />;
  return (
    <PaneHeader line back={back}>
      <RequestFace request={request} sizePx={40} />
      <div className="min-w-0 flex-1 ps-1">
        <h1 className="text-title font-semibold">
          <NameLine>{requestName(request)}</NameLine>
        </h1>
        <p className="truncate text-small text-quiet">
          {request.group === null ? 'Request' : 'Request to join'}
        </p>
      </div>
    </PaneHeader>
  );
}

function NoRequest() {
  return (
    <Pane
      label="Request"
      header={<PaneHeader title="Request" back={<BackButton to="/requests" />} />}
    >
      <EmptyState
        icon={<MailX />}
        title="This request is no longer here"
        action={
          <Link to="/" className={buttonClasses({})}>
            All conversations
          </Link>
        }
      />
    </Pane>
  );
}
