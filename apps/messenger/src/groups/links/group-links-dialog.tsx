import type { ConversationSummary, Group, GroupLink } from '@sotto/client';
import { Button, Dialog, Skeleton, useLoaded, useObservable } from '@sotto/ui';
import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { LinkList } from '../../settings/people/link-list.tsx';

export interface GroupLinksDialogProps {
  readonly group: Group;
  readonly summary: Pick<ConversationSummary, 'title'>;
  readonly onClose: () => void;
}

/** The links through which people come into a group. */
export function GroupLinksDialog({ group, summary, onClose }: GroupLinksDialogProps) {
  const { kind, approval, can } = useObservable(group.state);
  const { state, reload } = useLoaded(useCallback(() => group.listLinks(), [group]));
  const [making, setMaking] = useState(false);
  const then = approval
    ? 'can ask to be let in.'
    : 'can join at once, and reads what is said from then on.';
  const whoever = kind === 'channel' ? 'Whoever is in the community and opens' : 'Whoever opens';
  const opens = `${whoever} it ${then}`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Links to this ${kind}`}
      description={`${whoever} one ${then}`}
      footer={
        <Button
          variant="primary"
          icon={<Plus className="size-4.5" />}
          onClick={() => setMaking(true)}
        >
          New link
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {state.kind === 'loading' && (
          <output aria-label="Loading the links">
            <Skeleton className="h-10 w-full" />
          </output>
        )}
        {state.kind === 'here' && state.value.length === 0 && (
          <p className="text-quiet">
            {can.seeAllLinks ? 'There are no links.' : 'You have made no links.'}
          </p>
        )}
        <LinkList
          kind={{
            create: (wish) => group.createLink(wish),
            revoke: (token) => group.revokeLink(token),
            ...(can.seeAllLinks ? { madeBy: ({ createdBy }: GroupLink) => createdBy } : {}),
            making: {
              title: 'New link',
              description: opens,
              hint: `Only those who look after the ${kind} see this.`,
            },
            code: { name: summary.title, text: opens },
            revoked: 'Whoever came through it stays.',
            failed: 'The links could not be loaded.',
          }}
          state={state}
          reload={reload}
          making={making}
          onMade={() => setMaking(false)}
        />
      </div>
    </Dialog>
  );
}
