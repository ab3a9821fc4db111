import type { ApprovalRequest } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { lazy, Suspense, useState } from 'react';
import { useAccount } from '../../app/index.ts';

const ApprovalSteps = lazy(async () => ({
  default: (await import('./approval-steps.tsx')).ApprovalSteps,
}));

/** On a device that can read: another device of the same person asks to read too. */
export function ApprovalDialog() {
  const approvals = useObservable(useAccount().approvals);
  // Stays until its owner closes it, also once the request itself is settled and gone.
  const [shown, setShown] = useState<ApprovalRequest | null>(null);
  const [closedIds, setClosedIds] = useState<readonly string[]>([]);

  const next = approvals.find(({ id }) => !closedIds.includes(id));
  if (shown === null && next !== undefined) setShown(next);
  if (shown === null) return null;
  return (
    <Suspense>
      <ApprovalSteps
        key={shown.id}
        request={shown}
        onClose={() => {
          setClosedIds([...closedIds, shown.id]);
          setShown(null);
        }}
      />
    </Suspense>
  );
}
