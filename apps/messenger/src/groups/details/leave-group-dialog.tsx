import type { ConversationSummary, Group } from '@sotto/client';
import { Button, Checkbox, Dialog, useObservable } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isolated, nameOf } from '../../people/names.ts';
import { leaveWords } from './leave-words.ts';

export interface LeaveGroupDialogProps {
  readonly id: ConversationSummary['id'];
  readonly group: Group;
  readonly onClose: () => void;
}

/** Asks before a group, a channel or a community is left, and says what becomes of it. */
export function LeaveGroupDialog({ id, group, onClose }: LeaveGroupDialogProps) {
  const { kind, name, heir } = useObservable(group.state);
  const communities = useObservable(useAccount().communities.all);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const [silent, setSilent] = useState(false);
  const home = communities.find(({ channels }) => channels.some((channel) => channel.id === id));
  const closed = home?.channels.some((channel) => channel.id === id && channel.closed) === true;

  async function leave(): Promise<void> {
    // Known no more once it is left.
    const above = home?.id;
    if (!(await attempt.run(() => group.leave({ silent })))) return;
    onClose();
    await (above === undefined
      ? navigate({ to: '/', replace: true })
      : navigate({ to: '/s/$communityId', params: { communityId: above }, replace: true }));
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      size="small"
      title={`Leave ${kind === 'community' && name !== '' ? isolated(name) : `this ${kind}`}?`}
      description={
        <>
          <p>{leaveWords(kind, closed)}</p>
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
        Moderators and above still see that you left, and everybody sees who is in the {kind}.
      </p>
      <FormProblem text={attempt.problem?.message ?? null} />
    </Dialog>
  );
}
