import type { ContactLink } from '@sotto/client';
import { Button, ConfirmDialog, Skeleton, useObservable, useToast } from '@sotto/ui';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { isolated, nameOf } from '../../people/names.ts';
import { SectionCard } from '../section-card.tsx';
import { CreateLinkDialog } from './create-link-dialog.tsx';
import { LinkRow } from './link-row.tsx';
import { useContactLinks } from './use-contact-links.ts';

const QrDialog = lazy(async () => ({
  default: (await import('../../people/links/qr-dialog.tsx')).QrDialog,
}));

type Act =
  { readonly kind: 'create' } | { readonly kind: 'code' | 'revoke'; readonly link: ContactLink };

/** The links through which people may write to me without asking. */
export function ContactLinksSection() {
  const account = useAccount();
  const me = useObservable(account.me);
  const toast = useToast();
  const { state, reload } = useContactLinks();
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);

  async function revoke({ token }: ContactLink): Promise<void> {
    const outcome = await account.people.revokeLink(token);
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
    reload();
  }

  return (
    <SectionCard
      id="links"
      title="Contact links"
      text="Whoever opens one can write to you without asking. Hand them out like a card."
    >
      {state.kind === 'loading' && <LoadingRow />}
      {state.kind === 'failed' && (
        <div className="flex items-center justify-between gap-4">
          <p className="text-quiet">Your links could not be loaded.</p>
          <Button size="small" onClick={reload}>
            Try again
          </Button>
        </div>
      )}
      {state.kind === 'here' &&
        state.links.map((link) => (
          <LinkRow
            key={link.token}
            link={link}
            onShowCode={() => setAct({ kind: 'code', link })}
            onRevoke={() => setAct({ kind: 'revoke', link })}
          />
        ))}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {state.kind === 'here' && state.links.length === 0 && (
          <p className="min-w-0 flex-1 basis-40 text-quiet">You have no contact links.</p>
        )}
        <Button
          size="small"
          icon={<Plus className="size-4.5" />}
          onClick={() => setAct({ kind: 'create' })}
        >
          New link
        </Button>
      </div>
      {act?.kind === 'create' && (
        <CreateLinkDialog
          title="New contact link"
          description="Whoever opens it can write to you without asking, and you become each other’s contacts."
          hint="Only you see this, also on the profile of whoever comes through it."
          create={(wish) => account.people.createLink(wish)}
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
            name={nameOf(me)}
            handle={me.handle}
            text="Whoever scans it can write to you without asking."
          />
        </Suspense>
      )}
      {act?.kind === 'revoke' && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Revoke “${isolated(act.link.label)}”?`}
          text="The link stops working at once, wherever it is. Whoever came through it stays your contact."
          confirmLabel="Revoke"
          danger
          onConfirm={() => revoke(act.link)}
        />
      )}
    </SectionCard>
  );
}

function LoadingRow() {
  return (
    <output aria-label="Loading your links" className="flex items-center gap-4">
      <Skeleton className="size-10 rounded-full" />
      <span className="flex flex-col gap-2">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="h-3 w-28" />
      </span>
    </output>
  );
}
