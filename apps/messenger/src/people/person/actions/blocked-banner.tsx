import type { Person } from '@sotto/client';
import { Button } from '@sotto/ui';
import { useAccount, useAttempt } from '../../../app/index.ts';

/** Says that somebody is blocked, and ends it. */
export function BlockedBanner({ person }: { readonly person: Person }) {
  const { people } = useAccount();
  const attempt = useAttempt();
  return (
    <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card bg-danger-soft px-4 py-3">
      <p className="min-w-0 flex-1 basis-40 text-small">
        You have blocked them. What they write is hidden from you, and they are not told.
      </p>
      <Button
        size="small"
        busy={attempt.busy}
        onClick={() => void attempt.run(() => people.unblock(person.userId))}
      >
        Unblock
      </Button>
      <p role="alert" className="w-full text-small text-danger empty:hidden">
        {attempt.problem?.message}
      </p>
    </div>
  );
}
