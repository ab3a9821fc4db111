import type { ConversationSummary } from '@sotto/client';
import { Button, Checkbox, Dialog, Select } from '@sotto/ui';
import { useState } from 'react';
import { useAccount, useAttempt } from '../app/index.ts';
import { FormProblem } from '../auth/form-problem.tsx';
import { dateLocale } from '../conversation/time/calendar.ts';
import { useNowMs } from '../conversation/time/reader-calendar.ts';
import { muteTimes, untilWords, type MuteTime } from './mute-words.ts';

export interface MuteDialogProps {
  /** Null while there is none. */
  readonly summary: ConversationSummary | null;
  readonly onDone: () => void;
}

/** For how long a conversation is muted, and whether mentions are. */
export function MuteDialog({ summary, onDone }: MuteDialogProps) {
  const { quiet } = useAccount();
  const attempt = useAttempt();
  const nowMs = useNowMs();
  const [time, setTime] = useState<MuteTime>('night');
  const [mentions, setMentions] = useState(true);
  const forMs = muteTimes.find(({ value }) => value === time)?.forMs ?? null;
  const locale = dateLocale(navigator.languages);

  async function mute() {
    if (summary === null) return;
    const done = await attempt.run(() => quiet.mute(summary.id, { forMs, mentions }));
    if (done) onDone();
  }

  return (
    <Dialog
      open={summary !== null}
      onOpenChange={onDone}
      title="Mute this conversation?"
      description={
        <>
          Messages still arrive in <bdi>{summary?.title}</bdi>, and nobody is told.
        </>
      }
      size="small"
      footer={
        <>
          <Button onClick={onDone}>Cancel</Button>
          <Button variant="primary" busy={attempt.busy} onClick={() => void mute()}>
            Mute
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label="How long"
          value={time}
          options={muteTimes}
          hint={
            forMs === null
              ? 'On all your devices.'
              : `Until ${untilWords(nowMs + forMs, nowMs, locale)}, on all your devices.`
          }
          onValueChange={setTime}
        />
        <Checkbox
          label="Notify me when somebody writes my @username"
          checked={mentions}
          onCheckedChange={setMentions}
        />
        <FormProblem text={attempt.problem?.message ?? null} />
      </div>
    </Dialog>
  );
}
