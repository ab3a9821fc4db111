import { Button } from '@sotto/ui';
import { useEffect, useState } from 'react';
import { ShortcutHelp } from '../app/frame/shortcut-help.tsx';
import { useClient } from '../app/index.ts';
import { SectionCard } from './section-card.tsx';

declare const APP_VERSION: string;

/** What this is, which one, and under which licence. */
export function AboutSection() {
  const client = useClient();
  const [serverName, setServerName] = useState<string | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);

  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const outcome = await client.describeServer();
      if (current && outcome.ok) setServerName(outcome.value.serverName);
    };
    void ask();
    return () => {
      current = false;
    };
  }, [client]);

  const facts = [
    { name: 'Version', value: APP_VERSION },
    { name: 'Server', value: serverName ?? '…' },
    { name: 'Licence', value: 'Apache-2.0, open source' },
  ];
  return (
    <SectionCard id="about" title="About">
      <dl className="flex flex-col gap-2">
        {facts.map(({ name, value }) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-quiet">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex items-center justify-between gap-4">
        <p>Everything works by keyboard.</p>
        <Button size="small" onClick={() => setHelpOpen(true)}>
          Show keys
        </Button>
        <ShortcutHelp open={helpOpen} onOpenChange={setHelpOpen} />
      </div>
    </SectionCard>
  );
}
