import type { RequestSummary } from '@sotto/client';
import { Button } from '@sotto/ui';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ReportWhenWanted } from '../../safety/reports/index.ts';
import { AnswerWords } from './answer-words.tsx';
import { PutAwayDialog, type PutAway } from './put-away-dialog.tsx';
import type { Answer } from './use-answer.ts';

export interface AnswerBarProps {
  readonly request: RequestSummary;
  /** Who asks; null while that is hidden. */
  readonly name: string | null;
  readonly answer: Answer;
}

/** The answers, always in reach, and what they give away. */
export function AnswerBar({ request, name, answer }: AnswerBarProps) {
  const [asking, setAsking] = useState<PutAway | null>(null);
  const [reporting, setReporting] = useState(false);
  const navigate = useNavigate();
  const { saying } = answer;
  const subject = { kind: 'request', roomId: request.id, person: request.from } as const;
  return (
    <div className="shrink-0 border-t border-line bg-background pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex w-full max-w-144 flex-col gap-3 px-4 pt-3 pb-4">
        <AnswerWords kind={request.kind} name={name} place="beside" />
        <div className="flex flex-wrap gap-2 *:flex-1 *:basis-22">
          <Button
            size="large"
            variant="quiet"
            className="border border-line bg-surface text-danger"
            busy={saying === 'block'}
            onClick={() => setAsking('block')}
          >
            Block
          </Button>
          {/* Reporting shows what is hidden until it is asked for. */}
          {name !== null && (
            <Button size="large" className="text-danger" onClick={() => setReporting(true)}>
              Report
            </Button>
          )}
          <Button size="large" busy={saying === 'delete'} onClick={() => setAsking('delete')}>
            Delete
          </Button>
          <Button
            size="large"
            variant="primary"
            busy={saying === 'accept'}
            onClick={() => void answer.say('accept', request)}
          >
            Accept
          </Button>
        </div>
      </div>
      <ReportWhenWanted
        subject={reporting ? subject : null}
        onClose={() => setReporting(false)}
        onReported={() => void navigate({ to: '/requests', replace: true })}
      />
      <PutAwayDialog
        asking={asking}
        name={name}
        onDone={() => setAsking(null)}
        onConfirm={(word) => answer.say(word, request)}
      />
    </div>
  );
}
