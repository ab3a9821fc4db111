import type { Person } from '@sotto/client';
import { Button, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { nameOf } from '../../people/names.ts';

/** Stands where messages are written, while its one reader is blocked. */
export function BlockedLine({ person }: { readonly person: Person }) {
  const { people } = useAccount();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function unblock(): Promise<void> {
    setBusy(true);
    const outcome = await people.unblock(person.userId);
    setBusy(false);
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <div className="shrink-0 border-t border-line bg-background pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex w-full max-w-224 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <output className="min-w-0 flex-1 basis-60 text-small text-pretty text-quiet">
          You have blocked <bdi>{nameOf(person)}</bdi>. What they write is hidden from you, and they
          are not told.
        </output>
        <Button busy={busy} onClick={() => void unblock()}>
          Unblock
        </Button>
      </div>
    </div>
  );
}
