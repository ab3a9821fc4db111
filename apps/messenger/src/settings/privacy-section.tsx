import type { Preferences } from '@sotto/client';
import { Switch, useObservable, useToast } from '@sotto/ui';
import { useAccount } from '../app/index.ts';
import { SectionCard } from './section-card.tsx';

const choices: readonly {
  readonly key: keyof Preferences;
  readonly label: string;
  readonly on: string;
  readonly off: string;
}[] = [
  {
    key: 'sendReadReceipts',
    label: 'Read receipts',
    on: 'People see when you have read what they sent.',
    off: 'Nobody sees what you have read.',
  },
  {
    key: 'sendTyping',
    label: 'Typing',
    on: 'People see when you are writing to them.',
    off: 'Nobody sees you writing, only what you send.',
  },
  {
    key: 'sharePresence',
    label: 'Online status',
    on: 'People you talk with see when you are here and when you last were.',
    off: 'Nobody sees when you are here.',
  },
];

/** What others learn without being told. Each line says what is true now. */
export function PrivacySection() {
  const account = useAccount();
  const preferences = useObservable(account.preferences);
  const toast = useToast();

  async function choose(key: keyof Preferences, on: boolean): Promise<void> {
    const outcome = await account.setPreferences({ [key]: on });
    if (!outcome.ok) toast.show({ text: outcome.problem.message, tone: 'danger' });
  }

  return (
    <SectionCard id="privacy" title="Privacy" text="The same on all your devices.">
      {choices.map(({ key, label, on, off }) => (
        <Switch
          key={key}
          label={label}
          description={preferences[key] ? on : off}
          checked={preferences[key]}
          onCheckedChange={(next) => {
            void choose(key, next);
          }}
        />
      ))}
    </SectionCard>
  );
}
