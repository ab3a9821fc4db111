import type { Message } from '@sotto/client';
import { Button } from '@sotto/ui';
import { reasonToWait, useMessageActions } from './message-actions.ts';

/** Stays under a message that could not be sent until it is tried again or let go. */
export function FailedLine({ message }: { readonly message: Message }) {
  const actions = useMessageActions();
  const reason = reasonToWait(message, actions);
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-1 text-small text-danger">
      <span className="me-1">{reason ?? 'Not sent.'}</span>
      {reason === null && (
        <Button variant="quiet" size="small" onClick={() => actions.retry(message)}>
          Try again
        </Button>
      )}
      <Button variant="quiet" size="small" onClick={() => actions.discard(message)}>
        Discard
      </Button>
    </div>
  );
}
