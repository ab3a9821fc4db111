import type { ProfileDetails } from '@sotto/client';
import { BIO_LENGTH_MAX, PRONOUNS_LENGTH_MAX } from '@sotto/protocol';
import { Button, TextArea, TextField, useToast } from '@sotto/ui';
import { useState, type FormEvent } from 'react';
import { useAccount, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isTimeZone } from './time-zones.ts';
import { TimeZoneField } from './time-zone-field.tsx';

/** With more room than this nobody counts. */
const LEFT_WORTH_A_WORD = 50;

export interface DetailsFormProps {
  readonly details: ProfileDetails;
  readonly onSaved: (details: ProfileDetails) => void;
}

/** Bio, pronouns and time zone: all of them as one likes, or not at all. */
export function DetailsForm({ details: saved, onSaved }: DetailsFormProps) {
  const { people } = useAccount();
  const attempt = useAttempt();
  const toast = useToast();
  const [details, setDetails] = useState(saved);
  const { bio, pronouns, timeZone } = details;
  const changed =
    bio.trim() !== saved.bio || pronouns.trim() !== saved.pronouns || timeZone !== saved.timeZone;
  const left = BIO_LENGTH_MAX - bio.length;
  const valid = timeZone === '' || timeZone === saved.timeZone || isTimeZone(timeZone);

  function change(next: Partial<ProfileDetails>): void {
    attempt.forget();
    setDetails({ ...details, ...next });
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!changed || !valid) return;
    const next = { bio: bio.trim(), pronouns: pronouns.trim(), timeZone };
    if (!(await attempt.run(() => people.setDetails(next)))) return;
    setDetails(next);
    onSaved(next);
    toast.show({ text: 'Profile saved.' });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        void save(event);
      }}
      className="flex flex-col gap-4"
    >
      <TextArea
        label="About you"
        dir="auto"
        rows={3}
        maxLength={BIO_LENGTH_MAX}
        value={bio}
        onValueChange={(next) => change({ bio: next })}
        hint={
          left > LEFT_WORTH_A_WORD
            ? 'Everyone who can find you can read it.'
            : `${left} ${left === 1 ? 'character' : 'characters'} left.`
        }
      />
      <TextField
        label="Pronouns"
        dir="auto"
        autoComplete="off"
        maxLength={PRONOUNS_LENGTH_MAX}
        placeholder="they/them"
        value={pronouns}
        onValueChange={(next) => change({ pronouns: next })}
      />
      <TimeZoneField
        value={timeZone}
        valid={valid}
        onValueChange={(next) => change({ timeZone: next })}
      />
      <FormProblem text={attempt.problem?.message ?? null} />
      {changed && (
        <div className="flex justify-end gap-2">
          <Button
            size="small"
            disabled={attempt.busy}
            onClick={() => {
              attempt.forget();
              setDetails(saved);
            }}
          >
            Cancel
          </Button>
          <Button
            size="small"
            type="submit"
            variant="primary"
            busy={attempt.busy}
            disabled={!valid}
          >
            Save
          </Button>
        </div>
      )}
    </form>
  );
}
