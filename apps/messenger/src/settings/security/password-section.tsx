import { Button } from '@sotto/ui';
import { useState } from 'react';
import { SectionCard } from '../section-card.tsx';
import { ChangePasswordDialog } from './change-password-dialog.tsx';

/** Changing the password. */
export function PasswordSection() {
  const [changing, setChanging] = useState(false);
  return (
    <SectionCard id="password" title="Password">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-56">
          It signs you in. Your messages are opened by your recovery code or another device, so a
          new password changes nothing about them.
        </p>
        <Button size="small" onClick={() => setChanging(true)}>
          Change password
        </Button>
      </div>
      {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </SectionCard>
  );
}
