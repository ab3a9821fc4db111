import type { ConversationSummary, Group, Person } from '@sotto/client';
import { Button, Dialog, RadioList, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAttempt, useClock } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isolated, namesInWords } from '../../people/names.ts';
import { historyOf, historyOptions, startOfDay, type HistoryName } from './history-choices.ts';
import { PeoplePicker } from './people-picker.tsx';

export interface AddPeopleDialogProps {
  readonly group: Group;
  readonly summary: ConversationSummary;
  readonly onClose: () => void;
}

/** Whom to add, and then how much of what was said before they may read. */
export function AddPeopleDialog({ group, summary, onClose }: AddPeopleDialogProps) {
  const { members } = useObservable(group.state);
  const attempt = useAttempt();
  const clock = useClock();
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const [choosing, setChoosing] = useState(true);
  const [history, setHistory] = useState<HistoryName>('nothing');
  const there = (members ?? []).filter(({ membership }) => membership !== 'asking');

  async function add(): Promise<void> {
    const choice = historyOf(history, startOfDay(clock.nowMs()));
    const userIds = chosen.map(({ userId }) => userId);
    if (await attempt.run(() => group.add(userIds, choice))) onClose();
  }

  if (choosing) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title="Add people"
        {...(summary.person === null
          ? {}
          : {
              description: `This conversation becomes a group. What you and ${isolated(summary.title)} wrote stays.`,
            })}
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              onClick={() => setChoosing(false)}
            >
              Continue
            </Button>
          </>
        }
      >
        <PeoplePicker
          chosen={chosen}
          onChosenChange={setChosen}
          without={there.map(({ person }) => person.userId)}
          onDone={() => setChoosing(false)}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!attempt.busy}
      title={`What may ${namesInWords(chosen)} read?`}
      description="Of what was said before they came. Everybody here sees what you choose."
      footer={
        <>
          <Button disabled={attempt.busy} onClick={() => setChoosing(true)}>
            Back
          </Button>
          <Button variant="primary" busy={attempt.busy} onClick={() => void add()}>
            Add
          </Button>
        </>
      }
    >
      <RadioList
        label="What they may read"
        value={history}
        choices={historyOptions}
        disabled={attempt.busy}
        onValueChange={(next) => {
          attempt.forget();
          setHistory(next);
        }}
      />
      <FormProblem text={attempt.problem?.message ?? null} />
    </Dialog>
  );
}
