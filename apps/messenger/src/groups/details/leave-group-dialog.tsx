import type { Group } from '@sotto/client';
import { Button, Checkbox, Dialog, useObservable } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isolated, nameOf } from '../../people/names.ts';

export interface LeaveGroupDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

/** Asks before a group is left, and says what becomes of it. */
export function LeaveGroupDialog({ group, onClose }: LeaveGroupDialogProps) {
  const { heir } = useObservable(group.state);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const [silent, setSilent] = useState(false);

  async function leave(): Promise<void> {
    if (!(await attempt.run(() => group.leave({ silent })))) return;
    onClose();
    await navigate({ to: '/' });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      size="small"
      title="Leave this group?"
      description={
        <>
          <p>It goes from your list, and new messages in it no longer reach you.</p>
          {heir !== null && (
            <p className="mt-2 wrap-anywhere">
              You are the only owner. {isolated(nameOf(heir))} will be the owner.
            </p>
          )}
        </>
      }
      footer={
        <>
          <Button disabled={attempt.busy} onClick={onClose}>
            Cancel
          </Button>
          <Button variant="danger" busy={attempt.busy} onClick={() => void leave()}>
            Leave
          </Button>
        </>
      }
    >
      <Checkbox
        label="Leave without telling everyone"
        checked={silent}
        onCheckedChange={setSilent}
      />
      <p className="ps-8 text-small text-quiet">
        Moderators and above still see that you left, and everybody sees who is in the group.
      </p>
      <FormProblem text={attempt.problem?.message ?? null} />
    </Dialog>
  );
}
