import type { ConversationSummary, Group, GroupLink } from '@sotto/client';
import { Button, ConfirmDialog, Dialog, Skeleton, useObservable, useToast } from '@sotto/ui';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { isolated } from '../../people/names.ts';
import { CreateLinkDialog } from '../../settings/people/create-link-dialog.tsx';
import { LinkRow } from '../../settings/people/link-row.tsx';
import { useGroupLinks } from './use-group-links.ts';

const QrDialog = lazy(async () => ({
  default: (await import('../../people/links/qr-dialog.tsx')).QrDialog,
}));

type Act =
  { readonly kind: 'create' } | { readonly kind: 'code' | 'revoke'; readonly link: GroupLink };

export interface GroupLinksDialogProps {
  readonly group: Group;
  readonly summary: ConversationSummary;
  readonly onClose: () => void;
}

/** The links through which people come into a group. */
export function GroupLinksDialog({ group, summary, onClose }: GroupLinksDialogProps) {
  const { approval, can } = useObservable(group.state);
  const toast = useToast();
  const { state, reload } = useGroupLinks(group);
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const then = approval
    ? 'can ask to be let in.'
    : 'can join at once, and reads what is said from then on.';
  const opens = `Whoever opens it ${then}`;

  async function revoke({ token }: GroupLink): Promise<void> {
    const outcome = await group.revokeLink(token);
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
    reload();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Links to this group"
      description={`Whoever opens one ${then}`}
      footer={
        <Button
          variant="primary"
          icon={<Plus className="size-4.5" />}
          onClick={() => setAct({ kind: 'create' })}
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
        {state.kind === 'failed' && (
          <div className="flex items-center justify-between gap-4">
            <p className="text-quiet">The links could not be loaded.</p>
            <Button size="small" onClick={reload}>
              Try again
            </Button>
          </div>
        )}
        {state.kind === 'here' && state.links.length === 0 && (
          <p className="text-quiet">
            {can.seeAllLinks ? 'There are no links.' : 'You have made no links.'}
          </p>
        )}
        {state.kind === 'here' &&
          state.links.map((link) => (
            <LinkRow
              key={link.token}
              link={link}
              {...(can.seeAllLinks ? { by: link.createdBy } : {})}
              onShowCode={() => setAct({ kind: 'code', link })}
              onRevoke={() => setAct({ kind: 'revoke', link })}
            />
          ))}
      </div>
      {act?.kind === 'create' && (
        <CreateLinkDialog
          create={(wish) => group.createLink(wish)}
          title="New link"
          description={opens}
          hint="Only those who look after the group see this."
          onClose={close}
          onCreated={(link) => {
            reload();
            setAct({ kind: 'code', link });
          }}
        />
      )}
      {act?.kind === 'code' && (
        <Suspense>
          <QrDialog
            open
            onOpenChange={close}
            address={act.link.address}
            name={summary.title}
            text={opens}
          />
        </Suspense>
      )}
      {act?.kind === 'revoke' && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Revoke “${isolated(act.link.label)}”?`}
          text="The link stops working at once, wherever it is. Whoever came through it stays."
          confirmLabel="Revoke"
          danger
          onConfirm={() => revoke(act.link)}
        />
      )}
    </Dialog>
  );
}
