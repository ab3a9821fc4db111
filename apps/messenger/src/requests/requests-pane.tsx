import { buttonClasses, EmptyState, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { Inbox } from 'lucide-react';
import { BackButton, Pane, PaneHeader, useAccount } from '../app/index.ts';
import { useNowMs } from '../conversation/time/reader-calendar.ts';
import { RequestRow } from './request-row.tsx';

/** Everyone who asks to write to me, newest first. */
export function RequestsPane() {
  const requests = useObservable(useAccount().requests);
  const nowMs = useNowMs();
  const newestFirst = requests.toSorted((one, other) => other.receivedAtMs - one.receivedAtMs);
  return (
    <Pane
      label="Requests"
      header={<PaneHeader title="Requests" back={<BackButton to="/" always />} />}
    >
      {requests.length === 0 ? (
        <EmptyState
          icon={<Inbox />}
          title="No one is waiting for an answer"
          action={
            <Link to="/" className={buttonClasses({})}>
              All conversations
            </Link>
          }
        />
      ) : (
        <>
          <ul>
            {newestFirst.map((request) => (
              <li key={request.id}>
                <RequestRow request={request} nowMs={nowMs} />
              </li>
            ))}
          </ul>
          <p className="px-4 py-3 text-center text-small text-balance text-quiet">
            Nobody here learns that you have read what they wrote.
          </p>
        </>
      )}
    </Pane>
  );
}
