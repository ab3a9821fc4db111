import { useObservable } from '@sotto/ui';
import { useState } from 'react';
import type { ApprovalRequest } from '@sotto/client';
import { useAccount } from '../../app/index.ts';
import { ApprovalSteps } from './approval-steps.tsx';

/** On a device that can read: another device of the same person asks to read too. */
export function ApprovalDialog() {
  const asked = useObservable(useAccount().approvals)[0] ?? null;
  // Stays until its owner closes it, also once the request itself is settled and gone.
  const [shown, setShown] = useState<ApprovalRequest | null>(null);
  if (shown === null && asked !== null) setShown(asked);
  if (shown === null) return null;
  return <ApprovalSteps key={shown.id} request={shown} onClose={() => setShown(null)} />;
}
