import type { Relationship, Treatment } from '@sotto/protocol';
import { Select, useObservable, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../../app/index.ts';
import { SectionCard } from '../section-card.tsx';
import { isLetIn, meaningOf, relationships, treatments } from './reach-words.ts';

const MINOR_WORDS =
  'This server protects you as a minor: nobody but these can reach you, or show you photos.';

/** What becomes of a first message, by what lies between its sender and me. */
export function ReachSection() {
  const { people } = useAccount();
  const rules = useObservable(people.rules);
  const minor = useObservable(people.minor) === true;
  const toast = useToast();
  /** What was chosen and is not on the server yet. */
  const [saving, setSaving] = useState<Partial<Record<Relationship, Treatment>>>({});
  const shown = { ...rules, ...saving };

  async function choose(key: Relationship, treatment: Treatment): Promise<void> {
    setSaving({ [key]: treatment });
    const outcome = await people.setRules({ [key]: treatment });
    setSaving({});
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard
      id="reach"
      title="Who can reach you"
      text={
        minor
          ? MINOR_WORDS
          : 'What becomes of somebody’s first message. The first line that fits them decides.'
      }
    >
      {(minor ? relationships.filter(({ key }) => isLetIn(key)) : relationships).map(
        ({ key, label }) => (
          <Select
            key={key}
            label={label}
            value={shown[key]}
            options={treatments}
            hint={meaningOf(shown, key)}
            onValueChange={(treatment) => {
              void choose(key, treatment);
            }}
          />
        ),
      )}
    </SectionCard>
  );
}
