import type { OwnReport } from '@sotto/client';
import { FormDialog, TextArea } from '@sotto/ui';
import { useState } from 'react';
import { useAccount, useAttempt } from '../../../app/index.ts';
import { FormProblem } from '../../../auth/form-problem.tsx';

const APPEAL_LENGTH_MAX = 500;

export interface AppealDialogProps {
  readonly report: OwnReport;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for a decision to be looked at again. */
export function AppealDialog({ report, onClose, onDone }: AppealDialogProps) {
  const { reports } = useAccount();
  const attempt = useAttempt();
  const [text, setText] = useState('');

  async function submit(): Promise<void> {
    if (await attempt.run(() => reports.appeal(report.id, text))) onDone();
  }

  return (
    <FormDialog
      title="Ask to look again"
      description="A decision is looked at again once. Say what was missed."
      submitLabel="Send"
      busy={attempt.busy}
      complete={text.trim() !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label="Why"
        value={text}
        maxLength={APPEAL_LENGTH_MAX}
        rows={3}
        onValueChange={setText}
      />
      <FormProblem text={attempt.problem?.message ?? null} />
    </FormDialog>
  );
}
