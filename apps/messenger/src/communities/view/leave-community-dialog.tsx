import type { CommunitySummary } from '@sotto/client';
import { ConfirmDialog, useToast } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useAccount } from '../../app/index.ts';
import { isolated } from '../../people/names.ts';

export interface LeaveCommunityDialogProps {
  readonly community: CommunitySummary;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Asks before a community is left with all of its channels. */
export function LeaveCommunityDialog({ community, open, onOpenChange }: LeaveCommunityDialogProps) {
  const { communities } = useAccount();
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Leave ${isolated(community.name)}?`}
      text="You leave all of its channels too. Conversations with its people stay. To come back you need a link or somebody who adds you."
      confirmLabel="Leave"
      danger
      onConfirm={async () => {
        const outcome = await communities.leave(community.id);
        if (outcome.ok) await navigate({ to: '/' });
        else toast.show({ text: outcome.problem.message, tone: 'danger' });
      }}
    />
  );
}
