import { Switch, useToast } from '@sotto/ui';
import { useState } from 'react';
import { useShieldBook, useShieldSettings } from '../safety/shield/use-shield-book.ts';
import { SectionCard } from './section-card.tsx';

/** Whether messages of people one does not know well are looked at for scams. */
export function ShieldSection() {
  const book = useShieldBook();
  const settings = useShieldSettings(book);
  const toast = useToast();
  /** What was chosen and is not on the server yet. */
  const [saving, setSaving] = useState<boolean | null>(null);

  async function choose(on: boolean): Promise<void> {
    setSaving(on);
    const outcome = await book?.setOn(on);
    setSaving(null);
    if (outcome?.ok === false) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard id="shield" title="Scam warnings" text="The same on all your devices.">
      <Switch
        label="Warn me of scams"
        description="Your device reads what people you don’t know well write, and says so when it looks like a scam or a link hides where it leads. Nothing of it is sent anywhere."
        checked={saving ?? settings?.on ?? true}
        disabled={settings === null}
        onCheckedChange={(on) => {
          void choose(on);
        }}
      />
    </SectionCard>
  );
}
