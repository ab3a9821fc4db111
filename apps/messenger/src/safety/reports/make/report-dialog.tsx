import type { ReportCategory, ReportSubject } from '@sotto/client';
import { Checkbox, FormDialog, RadioList, TextArea, useToast } from '@sotto/ui';
import { useId, useState } from 'react';
import { useAccount, useAttempt } from '../../../app/index.ts';
import { FormProblem } from '../../../auth/form-problem.tsx';
import { isolated, nameOf } from '../../../people/names.ts';
import { categories, titleOf } from '../report-words.ts';
import { ShownMessages } from './shown-messages.tsx';
import { useReportable } from './use-reportable.ts';

const REASON_LENGTH_MAX = 1_000;

export interface ReportDialogProps {
  readonly subject: ReportSubject;
  readonly onClose: () => void;
  readonly onReported?: () => void;
}

/** Tells the moderators of something, and shows beforehand exactly what they will see. */
export function ReportDialog({ subject, onClose, onReported }: ReportDialogProps) {
  const { reports } = useAccount();
  const toast = useToast();
  const attempt = useAttempt();
  const headingId = useId();
  const known = useReportable(subject);
  const [category, setCategory] = useState<ReportCategory | ''>('');
  const [reason, setReason] = useState('');
  const [alsoBlock, setAlsoBlock] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  function choose(eventId: string, isChosen: boolean): void {
    const others = [...chosen].filter((id) => id !== eventId);
    setChosen(new Set(isChosen ? [...others, eventId] : others));
  }

  async function submit(): Promise<void> {
    if (category === '') return;
    const messages = (known ?? [])
      .filter(({ eventId }) => subject.kind === 'request' || chosen.has(eventId))
      .map(({ eventId }) => eventId);
    const wish = { subject, category, reason: reason.trim(), messages, alsoBlock };
    if (!(await attempt.run(() => reports.report(wish)))) return;
    toast.show({ text: 'Reported. You can follow it in Settings, under Reports.' });
    onClose();
    onReported?.();
  }

  return (
    <FormDialog
      title={titleOf(subject)}
      description="The moderators of this server look at it. Whoever you report is not told."
      submitLabel="Report"
      danger
      busy={attempt.busy}
      complete={known !== null && category !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="flex flex-col gap-5">
        <section aria-labelledby={`${headingId}-why`}>
          <h3 id={`${headingId}-why`} className="pb-1 font-medium">
            What is wrong?
          </h3>
          <RadioList
            label="What is wrong?"
            value={category}
            choices={categories}
            onValueChange={setCategory}
          />
        </section>
        <TextArea
          label="In your words"
          hint="You may leave this empty."
          value={reason}
          maxLength={REASON_LENGTH_MAX}
          rows={2}
          onValueChange={setReason}
        />
        <section aria-labelledby={`${headingId}-shown`}>
          <h3 id={`${headingId}-shown`} className="pb-2 font-medium">
            What moderators will see
          </h3>
          <ShownMessages subject={subject} known={known} chosen={chosen} onChoose={choose} />
        </section>
        {subject.person !== null && (
          <Checkbox
            label={`Also block ${isolated(nameOf(subject.person))}`}
            checked={alsoBlock}
            onCheckedChange={setAlsoBlock}
          />
        )}
      </div>
      <FormProblem text={attempt.problem?.message ?? null} />
    </FormDialog>
  );
}
