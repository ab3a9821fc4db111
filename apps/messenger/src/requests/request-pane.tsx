import type { RequestSummary } from '@sotto/client';
import { buttonClasses, EmptyState, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MailX } from 'lucide-react';
import { BackButton, Pane, PaneHeader, useAccount } from '../app/index.ts';
import { RequestCard } from './request-card.tsx';
import { useAnswer } from './use-answer.ts';

/** One request, to accept or to decline. */
export function RequestPane({ id }: { readonly id: RequestSummary['id'] }) {
  const requests = useObservable(useAccount().requests);
  const answer = useAnswer(id);
  const found = requests.find((request) => request.id === id) ?? null;
  // An answered request leaves the list at once; its card stays until the answer has led on.
  const request = found ?? answer.answered;
  return (
    <Pane
      label="Request"
      header={<PaneHeader title="Request" back={<BackButton to="/requests" />} />}
    >
      {request === null ? (
        <EmptyState
          icon={<MailX />}
          title="This request is no longer here"
          action={
            <Link to="/" className={buttonClasses({})}>
              All conversations
            </Link>
          }
        />
      ) : (
        <RequestCard request={request} answer={answer} />
      )}
    </Pane>
  );
}
