import { Button, TextField, useObservable, useToast } from '@sotto/ui';
import { Copy } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';
import { copyText } from '../../platform/copy-text.ts';
import { SectionCard } from '../section-card.tsx';
import { DetailsRow } from './details-row.tsx';
import { OwnLinkRow } from './own-link-row.tsx';
import { PhotoRow } from './photo-row.tsx';

/** How others see and find a person. */
export function ProfileSection() {
  const account = useAccount();
  const me = useObservable(account.me);
  const toast = useToast();

  async function copyHandle(): Promise<void> {
    const copied = await copyText(me.handle);
    toast.show(
      copied
        ? { text: `${me.handle} copied.` }
        : { text: 'This browser did not allow copying.', tone: 'danger' },
    );
  }

  return (
    <SectionCard id="profile" title="Profile">
      <PhotoRow me={me} />
      {/* A new name from another device starts the field over. */}
      <NameForm key={me.displayName} displayName={me.displayName} />
      <DetailsRow me={me} />
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="text-body font-medium break-all">
            <bdi>{me.handle}</bdi>
          </p>
          <p className="text-small text-quiet">Give this to people so they can find you.</p>
        </div>
        <Button
          icon={<Copy className="size-4.5" />}
          size="small"
          onClick={() => {
            void copyHandle();
          }}
        >
          Copy
        </Button>
      </div>
      <OwnLinkRow me={me} />
    </SectionCard>
  );
}

function NameForm({ displayName }: { readonly displayName: string }) {
  const account = useAccount();
  const attempt = useAttempt();
  const toast = useToast();
  const [name, setName] = useState(displayName);
  const changed = name.trim() !== displayName;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!changed || name.trim() === '') return;
    const saved = await attempt.run(() => account.setDisplayName(name.trim()));
    if (saved) toast.show({ text: 'Name saved.' });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        void save(event);
      }}
      className="flex flex-col gap-3"
    >
      <TextField
        label="Name"
        autoComplete="name"
        maxLength={100}
        value={name}
        onValueChange={setName}
        error={
          attempt.problem?.message ??
          (name.trim() === '' ? 'People need something to call you by.' : null)
        }
      />
      {changed && (
        <div className="flex justify-end gap-2">
          <Button size="small" disabled={attempt.busy} onClick={() => setName(displayName)}>
            Cancel
          </Button>
          <Button
            size="small"
            type="submit"
            variant="primary"
            busy={attempt.busy}
            disabled={name.trim() === ''}
          >
            Save
          </Button>
        </div>
      )}
    </form>
  );
}
