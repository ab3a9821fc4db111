import type { Audience, VisibleThing } from '@sotto/protocol';
import { Select, useObservable, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../app/index.ts';
import { audienceOf, audiences, visibles, type Visible } from './privacy-words.ts';
import { SectionCard } from './section-card.tsx';

/** What others learn without being told. Each line says what is true now. */
export function PrivacySection() {
  const account = useAccount();
  const { people } = account;
  const preferences = useObservable(account.preferences);
  const set = useObservable(people.audiences);
  const toast = useToast();
  /** What was chosen and is not on the server yet. */
  const [saving, setSaving] = useState<Partial<Record<VisibleThing, Audience>>>({});

  async function choose({ thing, preference }: Visible, audience: Audience): Promise<void> {
    setSaving({ [thing]: audience });
    const outcomes = [await people.setAudience(thing, audience)];
    if (audience !== 'nobody' && preference !== null && !preferences[preference]) {
      outcomes.push(await account.setPreferences({ [preference]: true }));
    }
    setSaving({});
    const failed = outcomes.find((outcome) => !outcome.ok);
    if (failed && !failed.ok) toast.show({ text: failed.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard id="privacy" title="Privacy" text="The same on all your devices.">
      {visibles.map((visible) => {
        const audience = saving[visible.thing] ?? audienceOf(visible, set, preferences);
        return (
          <Select
            key={visible.thing}
            label={visible.label}
            value={audience}
            options={audiences}
            hint={audience === 'nobody' ? visible.hidden : visible.shown}
            onValueChange={(next) => {
              void choose(visible, next);
            }}
          />
        );
      })}
    </SectionCard>
  );
}
