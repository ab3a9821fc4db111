import type { Discoverability } from '@sotto/protocol';
import { RadioList, useObservable, useToast, type RadioChoice } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { SectionCard } from '../section-card.tsx';

const choices: readonly RadioChoice<Discoverability>[] = [
  {
    value: 'listed',
    label: 'Everybody',
    description: 'Searching finds you by any part of your name or username.',
  },
  {
    value: 'exact',
    label: 'Who knows your username',
    description: 'Searching finds you by your whole username only, never by your name.',
  },
  {
    value: 'hidden',
    label: 'Nobody',
    description:
      'Searching does not find you. Your profile is seen only by people you share a conversation with, people you have asked, and those who follow you or have you as a contact, or you them. Your contact links still work.',
  },
];

/** Who comes upon me by searching. */
export function FindSection() {
  const { people } = useAccount();
  const mode = useObservable(people.discoverability);
  const minor = useObservable(people.minor) === true;
  const toast = useToast();
  const [saving, setSaving] = useState<Discoverability | null>(null);

  async function choose(next: Discoverability): Promise<void> {
    setSaving(next);
    const outcome = await people.setDiscoverability(next);
    setSaving(null);
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard id="find" title="Who can find you">
      <RadioList
        label="Who can find you"
        // Of minors, the server lists none.
        value={minor && mode === 'listed' ? 'exact' : (saving ?? mode)}
        choices={minor ? choices.filter(({ value }) => value !== 'listed') : choices}
        onValueChange={(next) => {
          void choose(next);
        }}
      />
    </SectionCard>
  );
}
