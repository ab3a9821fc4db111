import type { OwnReport } from '@sotto/client';
import { Button, Dialog, TextArea } from '@sotto/ui';
import { useId, useState, type FormEvent } from 'react';
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
  const formId = useId();
  const [text, setText] = useState('');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await attempt.run(() => reports.appeal(report.id, text))) onDone();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      title="Ask to look again"
      description="A decision is looked at again once. Say what was missed."
      footer={
        <>
          <Button disabled={attempt.busy} onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            busy={attempt.busy}
            disabled={text.trim() === ''}
          >
            Send
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextArea
          label="Why"
          value={text}
          maxLength={APPEAL_LENGTH_MAX}
          rows={3}
          onValueChange={setText}
        />
        <FormProblem text={attempt.problem?.message ?? null} />
      </form>
    </Dialog>
  );
}
