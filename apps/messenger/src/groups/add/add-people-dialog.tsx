import type { ConversationSummary, Group, GroupKind, Person } from '@sotto/client';
import { Button, Dialog, RadioList, useObservable } from '@sotto/ui';
import { useState } from 'react';
import { useAttempt, useClock } from '../../app/index.ts';
import { FormProblem } from '../../auth/form-problem.tsx';
import { isolated, namesInWords } from '../../people/names.ts';
import { historyOf, historyOptions, startOfDay, type HistoryName } from './history-choices.ts';
import { PeoplePicker } from './people-picker.tsx';

export interface AddPeopleDialogProps {
  readonly group: Group;
  readonly summary: Pick<ConversationSummary, 'person' | 'title'>;
  readonly onClose: () => void;
}

/** Whom to add, and then how much of what was said before they may read. */
export function AddPeopleDialog({ group, summary, onClose }: AddPeopleDialogProps) {
  const { kind, members } = useObservable(group.state);
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

  // In a community nothing is said, and in channels one reads from one's joining on.
  const isChoice = kind === 'group';
  function goOn(): void {
    if (isChoice) setChoosing(false);
    else void add();
  }

  if (choosing) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        dismissible={!attempt.busy}
        title="Add people"
        {...descriptionOf(kind, summary)}
        footer={
          <>
            <Button disabled={attempt.busy} onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              disabled={chosen.length === 0}
              busy={attempt.busy}
              onClick={goOn}
            >
              {isChoice ? 'Continue' : 'Add'}
            </Button>
          </>
        }
      >
        <PeoplePicker
          chosen={chosen}
          onChosenChange={(next) => {
            attempt.forget();
            setChosen(next);
          }}
          without={there.map(({ person }) => person.userId)}
          onDone={goOn}
        />
        <FormProblem text={attempt.problem?.message ?? null} />
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

function descriptionOf(
  kind: GroupKind,
  { person, title }: AddPeopleDialogProps['summary'],
): { readonly description?: string } {
  if (kind === 'community') {
    return { description: 'Once they accept, they are in the channels everybody is in.' };
  }
  if (kind === 'channel') {
    return { description: 'People of the community. They read what is said once they are in.' };
  }
  if (person === null) return {};
  const words = `This conversation becomes a group. What you and ${isolated(title)} wrote stays.`;
  return { description: words };
}
