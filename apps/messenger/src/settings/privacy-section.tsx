import type { Audience, VisibleThing } from '@sotto/protocol';
import { Select, Switch, useObservable, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useAccount } from '../app/index.ts';
import { audienceOf, audiencesFor, visibles, type Visible } from './privacy-words.ts';
import { SectionCard } from './section-card.tsx';

/** What others learn without being told. Each line says what is true now. */
export function PrivacySection() {
  const account = useAccount();
  const { people } = account;
  const preferences = useObservable(account.preferences);
  const set = useObservable(people.audiences);
  const minor = useObservable(people.minor) === true;
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

  async function chooseBlur(blurSensitivePhotos: boolean): Promise<void> {
    const outcome = await account.setPreferences({ blurSensitivePhotos });
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard id="privacy" title="Privacy" text="The same on all your devices.">
      {visibles.map((visible) => {
        const options = audiencesFor(visible, { minor });
        const chosen = saving[visible.thing] ?? audienceOf(visible, set, preferences);
        const audience = options.some(({ value }) => value === chosen) ? chosen : 'contacts';
        return (
          <Select
            key={visible.thing}
            label={visible.label}
            value={audience}
            options={options}
            hint={audience === 'nobody' ? visible.hidden : visible.shown}
            onValueChange={(next) => {
              void choose(visible, next);
            }}
          />
        );
      })}
      <Switch
        label="Blur sensitive photos"
        description={
          minor
            ? 'Always on, because this server protects you as a minor.'
            : 'Your device looks at each photo before it shows it. Nothing of it leaves the device.'
        }
        checked={minor || preferences.blurSensitivePhotos}
        disabled={minor}
        onCheckedChange={(next) => {
          void chooseBlur(next);
        }}
      />
    </SectionCard>
  );
}
