import type { ModerationReport, ModeratorAction } from '@sotto/client';
import { Button, ConfirmDialog, RadioList, TextArea, TextField } from '@sotto/ui';
import { useId, useState, type FormEvent } from 'react';
import { useAccount, useAttempt } from '../../../app/index.ts';
import { FormProblem } from '../../../auth/form-problem.tsx';
import { actionLabels, actionMeanings } from './moderation-words.ts';

const NOTE_LENGTH_MAX = 500;
const DAYS_MAX = 90;

export interface DecisionFormProps {
  readonly report: ModerationReport;
  readonly onDecided: () => void;
}

/** What can be done now, with a note to each side. Asks once before it is done. */
export function DecisionForm({ report, onDecided }: DecisionFormProps) {
  const { reports } = useAccount();
  const attempt = useAttempt();
  const formId = useId();
  const actions = actionsFor(report);
  const [picked, setPicked] = useState<ModeratorAction | null>(null);
  const [note, setNote] = useState('');
  const [subjectNote, setSubjectNote] = useState('');
  const [days, setDays] = useState('7');
  const [asking, setAsking] = useState(false);
  const [first] = actions;
  if (first === undefined) return null;
  const action = picked !== null && actions.includes(picked) ? picked : first;
  const isTold = action !== 'dismiss';
  const needsNote = isTold && action !== 'lift';
  const count = Number(days);
  const daysAreWrong =
    action === 'limit' && !(Number.isInteger(count) && count >= 1 && count <= DAYS_MAX);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsking(true);
  }
  async function decide(): Promise<void> {
    const decision = { action, note, subjectNote, days: action === 'limit' ? count : null };
    if (!(await attempt.run(() => reports.decide(report.id, decision)))) return;
    setNote('');
    setSubjectNote('');
    onDecided();
  }

  return (
    <section aria-labelledby={`${formId}-title`}>
      <h2 id={`${formId}-title`} className="pb-1 font-medium">
        {report.state === 'closed' ? 'Decided' : 'What is to be done?'}
      </h2>
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <RadioList
          label="What is to be done?"
          value={action}
          choices={actions.map((value) => ({
            value,
            label: actionLabels[value],
            description: actionMeanings[value],
          }))}
          onValueChange={setPicked}
        />
        {action === 'limit' && (
          <TextField
            label="Days"
            inputMode="numeric"
            value={days}
            error={daysAreWrong ? `Between 1 and ${DAYS_MAX}.` : null}
            onValueChange={setDays}
          />
        )}
        {isTold && (
          <TextArea
            label="To the person"
            hint={needsNote ? 'They read this. It must not say who reported them.' : undefined}
            value={subjectNote}
            maxLength={NOTE_LENGTH_MAX}
            rows={2}
            onValueChange={setSubjectNote}
          />
        )}
        {action !== 'lift' && (
          <TextArea
            label="To the reporter"
            hint="You may leave this empty."
            value={note}
            maxLength={NOTE_LENGTH_MAX}
            rows={2}
            onValueChange={setNote}
          />
        )}
        <FormProblem text={attempt.problem?.message ?? null} />
        <Button
          type="submit"
          variant={action === 'dismiss' || action === 'lift' ? 'primary' : 'danger'}
          className="self-start"
          busy={attempt.busy}
          disabled={daysAreWrong || (needsNote && subjectNote.trim() === '')}
        >
          {actionLabels[action]}
        </Button>
      </form>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`${actionLabels[action]}?`}
        text={actionMeanings[action]}
        confirmLabel={actionLabels[action]}
        danger={action !== 'dismiss' && action !== 'lift'}
        onConfirm={decide}
      />
    </section>
  );
}

/** A decided report only leaves what can be lifted. Groups and ended accounts are only dismissed. */
function actionsFor({ state, subject }: ModerationReport): readonly ModeratorAction[] {
  const lift: readonly ModeratorAction[] =
    subject !== null && (subject.suspended || subject.limitedUntilMs !== null) ? ['lift'] : [];
  if (state === 'closed') return lift;
  if (subject === null || subject.accountCreatedMs === null) return ['dismiss'];
  return ['dismiss', 'warn', 'limit', 'suspend', ...lift];
}
