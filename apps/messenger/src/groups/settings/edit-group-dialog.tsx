import type { ConversationSummary, Group } from '@sotto/client';
import { FormDialog, PhotoField, TextArea, TextField, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { PersonAvatar, useAttempt } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { DESCRIPTION_LENGTH_MAX, NAME_LENGTH_MAX } from '../group-limits.ts';

export interface EditGroupDialogProps {
  readonly group: Group;
  readonly summary: Pick<ConversationSummary, 'id' | 'title' | 'avatar'>;
  readonly onClose: () => void;
}

/** A group's photo, which changes at once, its name and its description. */
export function EditGroupDialog({ group, summary, onClose }: EditGroupDialogProps) {
  const state = useObservable(group.state);
  const attempt = useAttempt();
  const [name, setName] = useState(state.name);
  const [description, setDescription] = useState(state.description);

  async function save(): Promise<void> {
    const saved = await attempt.run(async () => {
      if (name.trim() !== state.name) {
        const outcome = await group.setName(name);
        if (!outcome.ok) return outcome;
      }
      return description.trim() === state.description
        ? { ok: true, value: undefined }
        : group.setDescription(description);
    });
    if (saved) onClose();
  }

  return (
    <FormDialog
      title={`Edit ${state.kind}`}
      submitLabel="Save"
      busy={attempt.busy}
      onSubmit={save}
      onClose={onClose}
    >
      <PhotoField
        label="Group photo"
        face={
          <PersonAvatar name={summary.title} id={summary.id} avatar={summary.avatar} sizePx={72} />
        }
        has={state.avatar !== null}
        busy={attempt.busy}
        onChange={(photo) => void attempt.run(() => group.setPhoto(photo))}
      />
      <TextField
        label="Name"
        dir="auto"
        autoComplete="off"
        maxLength={NAME_LENGTH_MAX}
        placeholder={summary.title}
        value={name}
        onValueChange={(next) => {
          attempt.forget();
          setName(next);
        }}
        hint={`Name, photo and description can be seen by this server. What is written ${
          state.kind === 'community' ? 'in its channels' : 'here'
        } cannot.`}
      />
      <TextArea
        label="Description"
        dir="auto"
        rows={4}
        maxLength={DESCRIPTION_LENGTH_MAX}
        value={description}
        onValueChange={(next) => {
          attempt.forget();
          setDescription(next);
        }}
      />
      <FormProblem text={attempt.problem?.message ?? null} />
    </FormDialog>
  );
}
