import type { Outcome, Person } from '@sotto/client';
import { ConfirmDialog, FailedLine, useToast, type Loaded } from '@sotto/ui';
import { lazy, Suspense, useState } from 'react';
import { isolated } from '../../people/names.ts';
import { CreateLinkDialog, type CreateLinkDialogProps } from './create-link-dialog.tsx';
import { LinkRow } from './link-row.tsx';
import type { AnyLink } from './link-words.ts';

const QrDialog = lazy(async () => ({
  default: (await import('../../people/links/qr-dialog.tsx')).QrDialog,
}));

/** What can be done about links of one kind, and how that is called. */
export interface LinkKind<Link> {
  readonly create: CreateLinkDialogProps<Link>['create'];
  readonly revoke: (token: string) => Promise<Outcome<unknown>>;
  /** Who made one, where several do. */
  readonly madeBy?: (link: Link) => Person;
  /** On the dialog in which one is made. */
  readonly making: Pick<CreateLinkDialogProps<Link>, 'title' | 'description' | 'hint'>;
  /** Under the code of one: whom or what it leads to, and what a scan does. */
  readonly code: { readonly name: string; readonly handle?: string; readonly text: string };
  /** What a revoked one changes. */
  readonly revoked: string;
  readonly failed: string;
}

export interface LinkListProps<Link> {
  readonly kind: LinkKind<Link>;
  readonly state: Loaded<readonly Link[]>;
  readonly reload: () => void;
  /** Whether one is being made. */
  readonly making: boolean;
  readonly onMade: () => void;
}

type Act<Link> = { readonly kind: 'code' | 'revoke'; readonly link: Link };

/** Links one has given out, and everything that can be done about them. */
export function LinkList<Link extends AnyLink>({
  kind,
  state,
  reload,
  making,
  onMade,
}: LinkListProps<Link>) {
  const toast = useToast();
  const [act, setAct] = useState<Act<Link> | null>(null);
  const close = (): void => setAct(null);

  async function revoke({ token }: Link): Promise<void> {
    const outcome = await kind.revoke(token);
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
    reload();
  }

  return (
    <>
      {state.kind === 'failed' && <FailedLine text={kind.failed} onRetry={reload} />}
      {state.kind === 'here' &&
        state.value.map((link) => (
          <LinkRow
            key={link.token}
            link={link}
            {...(kind.madeBy ? { by: kind.madeBy(link) } : {})}
            onShowCode={() => setAct({ kind: 'code', link })}
            onRevoke={() => setAct({ kind: 'revoke', link })}
          />
        ))}
      {making && (
        <CreateLinkDialog
          {...kind.making}
          create={kind.create}
          onClose={onMade}
          onCreated={(link) => {
            onMade();
            reload();
            setAct({ kind: 'code', link });
          }}
        />
      )}
      {act?.kind === 'code' && (
        <Suspense>
          <QrDialog open onOpenChange={close} address={act.link.address} {...kind.code} />
        </Suspense>
      )}
      {act?.kind === 'revoke' && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Revoke “${isolated(act.link.label)}”?`}
          text={`The link stops working at once, wherever it is. ${kind.revoked}`}
          confirmLabel="Revoke"
          danger
          onConfirm={() => revoke(act.link)}
        />
      )}
    </>
  );
}
