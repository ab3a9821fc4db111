import type { Person } from '@sotto/client';
import { PhotoField } from '@sotto/ui';
import { PersonAvatar, useAccount, useAttempt } from '../../app/index.ts';

/** The profile photo, with what can be done about it. */
export function PhotoRow({ me }: { readonly me: Person }) {
  const account = useAccount();
  const attempt = useAttempt();
  return (
    <PhotoField
      label="Profile photo"
      face={<PersonAvatar person={me} sizePx={72} />}
      has={me.avatar !== null}
      busy={attempt.busy}
      onChange={(photo) => void attempt.run(() => account.setAvatar(photo))}
    >
      <p role="alert" className="mt-1 text-small text-danger empty:hidden">
        {attempt.problem?.message}
      </p>
      <p className="mt-1 text-small text-quiet">Everyone who can find you can see it.</p>
    </PhotoField>
  );
}
