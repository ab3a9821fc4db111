import type { Outcome, PeopleBook } from '@sotto/client';
import { FormDialog, Select, TextField } from '@sotto/ui';
import { useState } from 'react';
import { useAttempt, useClock } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { expiresMsOf, LABEL_LENGTH_MAX, lifetimes, limits, type Lifetime } from './link-words.ts';

export interface CreateLinkDialogProps<Link> {
  readonly title: string;
  /** What whoever opens it can do. */
  readonly description: string;
  /** Who sees what it is called. */
  readonly hint: string;
  readonly create: (wish: Parameters<PeopleBook['createLink']>[0]) => Promise<Outcome<Link>>;
  readonly onClose: () => void;
  readonly onCreated: (link: Link) => void;
}

/** A new link: for what, for how many, for how long. */
export function CreateLinkDialog<Link>({
  title,
  description,
  hint,
  create: make,
  onClose,
  onCreated,
}: CreateLinkDialogProps<Link>) {
  const clock = useClock();
  const attempt = useAttempt();
  const [label, setLabel] = useState('');
  const [limit, setLimit] = useState('');
  const [lifetime, setLifetime] = useState<Lifetime>('month');
  const complete = label.trim() !== '';

  async function create(): Promise<void> {
    await attempt.run(async () => {
      const outcome = await make({
        label: label.trim(),
        usesMax: limit === '' ? null : Number(limit),
        expiresMs: expiresMsOf(lifetime, clock.nowMs()),
      });
      if (outcome.ok) onCreated(outcome.value);
      return outcome;
    });
  }

  return (
    <FormDialog
      title={title}
      description={description}
      size="small"
      submitLabel="Create link"
      busy={attempt.busy}
      complete={complete}
      onSubmit={create}
      onClose={onClose}
    >
      <TextField
        label="Where you will use it"
        placeholder="Conference card"
        autoComplete="off"
        maxLength={LABEL_LENGTH_MAX}
        value={label}
        onValueChange={(next) => {
          attempt.forget();
          setLabel(next);
        }}
        hint={hint}
      />
      <Select label="For" value={limit} options={limits} onValueChange={setLimit} />
      <Select label="Works for" value={lifetime} options={lifetimes} onValueChange={setLifetime} />
      <FormProblem text={attempt.problem?.message ?? null} />
    </FormDialog>
  );
}
