import type { Person } from '@sotto/client';
import { Button } from '@sotto/ui';
import { useRef } from 'react';
import { PersonAvatar, useAccount, useAttempt } from '../../app/index.ts';

/** The profile photo, with what can be done about it. */
export function PhotoRow({ me }: { readonly me: Person }) {
  const account = useAccount();
  const attempt = useAttempt();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <PersonAvatar person={me} sizePx={72} />
      <div className="min-w-0">
        <div className="flex flex-wrap gap-2">
          <Button size="small" busy={attempt.busy} onClick={() => picker.current?.click()}>
            {me.avatar === null ? 'Add a photo' : 'Change photo'}
          </Button>
          {me.avatar !== null && (
            <Button
              size="small"
              variant="quiet"
              disabled={attempt.busy}
              onClick={() => {
                void attempt.run(() => account.setAvatar(null));
              }}
            >
              Remove
            </Button>
          )}
        </div>
        <p role="alert" className="mt-1 text-small text-danger empty:hidden">
          {attempt.problem?.message}
        </p>
        <p className="mt-1 text-small text-quiet">Everyone who can find you can see it.</p>
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        hidden
        aria-label="Profile photo"
        onChange={(event) => {
          const photo = event.target.files?.[0];
          // The same file can be chosen again after a failure.
          event.target.value = '';
          if (photo !== undefined) void attempt.run(() => account.setAvatar(photo));
        }}
      />
    </div>
  );
}
