import { Button, Skeleton, useLoaded, useObservable } from '@sotto/ui';
import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { nameOf } from '../../people/names.ts';
import { SectionCard } from '../section-card.tsx';
import { LinkList } from './link-list.tsx';

/** The links through which people may write to me without asking. */
export function ContactLinksSection() {
  const { people, me: myself } = useAccount();
  const me = useObservable(myself);
  const { state, reload } = useLoaded(useCallback(() => people.listLinks(), [people]));
  const [making, setMaking] = useState(false);
  return (
    <SectionCard
      id="links"
      title="Contact links"
      text="Whoever opens one can write to you without asking. Hand them out like a card."
    >
      {state.kind === 'loading' && <LoadingRow />}
      <LinkList
        kind={{
          create: (wish) => people.createLink(wish),
          revoke: (token) => people.revokeLink(token),
          making: {
            title: 'New contact link',
            description:
              'Whoever opens it can write to you without asking, and you become each other’s contacts.',
            hint: 'Only you see this, also on the profile of whoever comes through it.',
          },
          code: {
            name: nameOf(me),
            handle: me.handle,
            text: 'Whoever scans it can write to you without asking.',
          },
          revoked: 'Whoever came through it stays your contact.',
          failed: 'Your links could not be loaded.',
        }}
        state={state}
        reload={reload}
        making={making}
        onMade={() => setMaking(false)}
      />
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {state.kind === 'here' && state.value.length === 0 && (
          <p className="min-w-0 flex-1 basis-40 text-quiet">You have no contact links.</p>
        )}
        <Button size="small" icon={<Plus className="size-4.5" />} onClick={() => setMaking(true)}>
          New link
        </Button>
      </div>
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
