import type { ApprovalRequest } from '@sotto/client';
import { Dialog, useObservable } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { stepOf } from './approval-step.tsx';

export interface ApprovalStepsProps {
  readonly request: ApprovalRequest;
  readonly onClose: () => void;
}

/** Asked → compared → settled, on the device that says yes or no. */
export function ApprovalSteps({ request, onClose }: ApprovalStepsProps) {
  const state = useObservable(request.state);
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);

  function act(work: () => Promise<void>): void {
    setBusy(true);
    // NOTE: a failed act shows as the request's own next state, refused or asked again.
    void work()
      .catch(() => undefined)
      .finally(() => setBusy(false));
  }

  const step = stepOf(state, {
    deviceName: request.deviceName,
    busy,
    act,
    request,
    onClose,
    onChangePassword() {
      onClose();
      void navigate({ to: '/settings/{-$section}', params: { section: 'password' } });
    },
  });

  return (
    <Dialog
      open
      unasked
      onOpenChange={onClose}
      dismissible={state.kind === 'approved' || state.kind === 'refused'}
      title={step.title}
      description={step.text}
      footer={step.footer}
      size="small"
    >
      {step.content}
    </Dialog>
  );
}
