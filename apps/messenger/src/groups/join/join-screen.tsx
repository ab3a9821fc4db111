import { Button, EmptyState, Skeleton } from '@sotto/ui';
import { CloudAlert, Unlink } from 'lucide-react';
import { BackButton, Pane, PaneHeader } from '../../app/index.ts';
import { LinkPreview } from './link-preview.tsx';
import { useGroupLink } from './use-group-link.ts';

/** A link to a group: what it leads to, and the way in. */
export function JoinScreen({ token }: { readonly token: string }) {
  const { state, retry } = useGroupLink(token);
  return (
    <Pane
      label="Group link"
      header={<PaneHeader title="Group link" back={<BackButton to="/" />} />}
    >
      {state.kind === 'asking' && <Asking />}
      {state.kind === 'here' && (
        <LinkPreview token={token} preview={state.preview} onChange={retry} />
      )}
      {state.kind === 'gone' && (
        <EmptyState
          icon={<Unlink />}
          title="This link does not work"
          text="It was revoked, has expired, or as many people have used it as could. Ask for a new one."
        />
      )}
      {state.kind === 'failed' && (
        <div role="alert" className="flex flex-1">
          <EmptyState
            icon={<CloudAlert />}
            title="The link could not be looked up"
            text="Check your connection."
            action={<Button onClick={retry}>Try again</Button>}
          />
        </div>
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
