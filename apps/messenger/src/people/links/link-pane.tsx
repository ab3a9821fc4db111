import { EmptyState, FailedState, Skeleton } from '@sotto/ui';
import { Unlink } from 'lucide-react';
import type { ReactNode } from 'react';
import { BackButton, Pane, PaneHeader } from '../../app/index.ts';

export interface LinkPaneProps {
  readonly title: string;
  /** Whether it is known yet what the link leads to. */
  readonly kind: 'asking' | 'gone' | 'failed' | 'here';
  readonly onRetry: () => void;
  /** What it leads to, once that is known. */
  readonly children: ReactNode;
}

/** Where somebody lands who opened a link. */
export function LinkPane({ title, kind, onRetry, children }: LinkPaneProps) {
  return (
    <Pane label={title} header={<PaneHeader title={title} back={<BackButton to="/" />} />}>
      {kind === 'asking' && <Asking />}
      {kind === 'here' && children}
      {kind === 'gone' && (
        <EmptyState
          icon={<Unlink />}
          title="This link does not work"
          text="It was revoked, has expired, or as many people have used it as could. Ask for a new one."
        />
      )}
      {kind === 'failed' && (
        <FailedState
          title="The link could not be looked up"
          text="Check your connection."
          onRetry={onRetry}
        />
      )}
    </Pane>
  );
}

function Asking() {
  return (
    <output
      aria-label="Looking up the link"
      className="m-auto flex flex-col items-center gap-4 p-6"
    >
      <Skeleton className="size-24 rounded-full" />
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-4 w-24" />
    </output>
  );
}
