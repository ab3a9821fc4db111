import { Banner, Button } from '@sotto/ui';
import type { ReactNode } from 'react';
import { useSession } from '../../app/index.ts';
import { useServer } from './server-context.ts';

/** Why a person stands before the door again, or that nobody answers. */
export function DoorNotice() {
  const session = useSession();
  const { answer, askAgain } = useServer();
  const ended = session.kind === 'signed_out' && session.reason === 'ended_elsewhere';
  if (answer?.ok === false) {
    return (
      <Notice>
        <Banner
          tone="caution"
          action={
            <Button size="small" variant="quiet" onClick={askAgain}>
              Try again
            </Button>
          }
        >
          {answer.problem.message}
        </Banner>
      </Notice>
    );
  }
  if (!ended) return null;
  return (
    <Notice>
      <Banner tone="caution">This device was signed out from another one. Sign in to go on.</Banner>
    </Notice>
  );
}

function Notice({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 overflow-hidden rounded-control">{children}</div>;
}
