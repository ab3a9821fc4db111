import type { Person, PrivateNote } from '@sotto/client';
import { FormDialog, TextArea, TextField } from '@sotto/ui';
import { useState } from 'react';
import { useAccount, useAttempt } from '../../../app/index.ts';
import { FormProblem } from '../../../auth/form-problem.tsx';
import { isolated } from '../../names.ts';
import { usePersonNames } from '../use-person-names.ts';

const NICKNAME_LENGTH_MAX = 64;
const NOTE_LENGTH_MAX = 2_000;

export interface NoteDialogProps {
  readonly person: Person;
  readonly note: PrivateNote | null;
  readonly onClose: () => void;
}

/** Gives somebody a nickname and a note. */
export function NoteDialog({ person, note: before, onClose }: NoteDialogProps) {
  const { people } = useAccount();
  const names = usePersonNames(person);
  const attempt = useAttempt();
  const [nickname, setNickname] = useState(before?.nickname ?? '');
  const [note, setNote] = useState(before?.note ?? '');

  async function save(): Promise<void> {
    if (await attempt.run(() => people.setNote(person.userId, { nickname, note }))) onClose();
  }

  return (
    <FormDialog
      title={`Your note about ${isolated(names.shown)}`}
      description="Only you can read this. It is encrypted, and the same on all your devices."
      submitLabel="Save"
      busy={attempt.busy}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Nickname"
        dir="auto"
        autoComplete="off"
        maxLength={NICKNAME_LENGTH_MAX}
        placeholder={names.own ?? names.shown}
        value={nickname}
        onValueChange={(next) => {
          attempt.forget();
          setNickname(next);
        }}
        hint="Shown to you in place of their name."
      />
      <TextArea
        label="Note"
        dir="auto"
        rows={5}
        maxLength={NOTE_LENGTH_MAX}
        value={note}
        onValueChange={(next) => {
          attempt.forget();
          setNote(next);
        }}
      />
      <FormProblem text={attempt.problem?.message ?? null} />
    </FormDialog>
  );
}
