import type { ConversationSummary } from '@sotto/client';
import { useObservable } from '@sotto/ui';
import { Bell, BellOff, Eye, Glasses } from 'lucide-react';
import { useState } from 'react';
import { useAccount, useAttempt } from '../app/index.ts';
import { FormProblem } from '../auth/form-problem.tsx';
import { dateLocale } from '../conversation/time/calendar.ts';
import { useNowMs } from '../conversation/time/reader-calendar.ts';
import { ActionRow } from '../people/person/actions/action-row.tsx';
import { seenInWords } from './exception-words.ts';
import { mutedWords } from './mute-words.ts';
import { SeenInDialog } from './seen-in-dialog.tsx';

export interface QuietCardProps {
  readonly summary: ConversationSummary;
  readonly onMute: () => void;
}

/** How loud a conversation is, and what the people in it see of me. */
export function QuietCard({ summary, onMute }: QuietCardProps) {
  const { quiet } = useAccount();
  const state = useObservable(quiet.state);
  const attempt = useAttempt();
  const nowMs = useNowMs();
  const [choosing, setChoosing] = useState(false);
  const { id, mute, readsQuietly } = summary;
  return (
    <>
      <div className="w-full divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {mute === null ? (
          <ActionRow icon={<BellOff />} label="Mute" onAct={onMute} />
        ) : (
          <ActionRow
            icon={<Bell />}
            label="Unmute"
            description={mutedWords(mute, nowMs, dateLocale(navigator.languages))}
            busy={attempt.busy}
            onAct={() => void attempt.run(() => quiet.unmute(id))}
          />
        )}
        <ActionRow
          icon={<Glasses />}
          label={readsQuietly ? 'Stop reading quietly' : 'Read quietly'}
          description={
            readsQuietly
              ? 'Others see what you have read here once you answer or choose “Mark as read”.'
              : 'Show what you have read here only once you answer.'
          }
          busy={attempt.busy}
          onAct={() => void attempt.run(() => quiet.setReadQuietly(id, !readsQuietly))}
        />
        {state !== null && summary.person === null && (
          <ActionRow
            icon={<Eye />}
            label="What this group sees of you"
            description={seenInWords(state, id)}
            onAct={() => setChoosing(true)}
          />
        )}
      </div>
      <FormProblem text={attempt.problem?.message ?? null} />
      <SeenInDialog
        conversation={summary}
        state={state}
        open={choosing}
        onOpenChange={setChoosing}
      />
    </>
  );
}
