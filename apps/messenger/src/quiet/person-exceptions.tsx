import type { Person, QuietState } from '@sotto/client';
import { Button, Dialog, useObservable } from '@sotto/ui';
import { Bell, BellOff, Eye, Moon } from 'lucide-react';
import { useState } from 'react';
import { useAccount, useAttempt } from '../app/index.ts';
import { FormProblem } from '../auth/form-problem.tsx';
import { isolated, nameOf } from '../people/names.ts';
import { ActionRow } from '../people/person/actions/action-row.tsx';
import { personWords, reachChoices, seenNames } from './exception-words.ts';
import { SavedSelect } from './saved-select.tsx';
import { SeenSelects } from './seen-selects.tsx';

/** What is another for one person than for everybody else. */
export function PersonExceptions({ person }: { readonly person: Person }) {
  const { quiet } = useAccount();
  const state = useObservable(quiet.state);
  const attempt = useAttempt();
  const [choosing, setChoosing] = useState(false);
  if (state === null) return null;

  const { userId } = person;
  const { hours } = state;
  const muted = state.mutedPeople.includes(userId);
  const disturbs = hours?.except?.includes(userId) === true;
  return (
    <>
      <div className="w-full divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        <ActionRow
          icon={<Eye />}
          label="What they see, and how they reach you"
          description={personWords(state, userId) || 'As in settings.'}
          onAct={() => setChoosing(true)}
        />
        <ActionRow
          icon={muted ? <Bell /> : <BellOff />}
          label={muted ? 'Unmute in groups' : 'Mute in groups'}
          description={
            muted
              ? 'What they write in groups does not notify you, unless they mention you.'
              : 'They are not told. Mentions still notify.'
          }
          busy={attempt.busy}
          onAct={() => void attempt.run(() => quiet.mutePerson(userId, !muted))}
        />
        {hours?.enabled === true && (
          <ActionRow
            icon={<Moon />}
            label={disturbs ? 'Keep quiet hours for them too' : 'Let them through quiet hours'}
            busy={attempt.busy}
            onAct={() => {
              const others = (hours.except ?? []).filter((one) => one !== userId);
              const except = disturbs ? others : [...others, userId];
              void attempt.run(() => quiet.setHours({ ...hours, except }));
            }}
          />
        )}
      </div>
      <FormProblem text={attempt.problem?.message ?? null} />
      <ExceptionDialog person={person} state={state} open={choosing} onOpenChange={setChoosing} />
    </>
  );
}

interface ExceptionDialogProps {
  readonly person: Person;
  readonly state: QuietState;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function ExceptionDialog({ person, state, open, onOpenChange }: ExceptionDialogProps) {
  const { quiet } = useAccount();
  const { userId } = person;
  const name = isolated(nameOf(person));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Only for ${name}`}
      description="They are not told. What you hide from them, you do not see of them either."
      size="small"
      footer={<Button onClick={() => onOpenChange(false)}>Done</Button>}
    >
      <div className="flex flex-col gap-6">
        <section className="flex flex-col gap-4">
          <h3 className="font-semibold">What {name} sees</h3>
          <SeenSelects
            things={seenNames}
            exceptionFor={(thing) => state.people[thing].get(userId)}
            onChoose={(thing, seen) => quiet.setSeenBy(userId, thing, seen)}
          />
        </section>
        <section className="flex flex-col gap-4">
          <h3 className="font-semibold">How {name} reaches you</h3>
          <SavedSelect
            label="Their first message"
            value={state.reach.get(userId) ?? 'settings'}
            options={reachChoices}
            hint="In a conversation or group you are not in yet."
            onChoose={(reach) => quiet.setReach(userId, reach === 'settings' ? null : reach)}
          />
        </section>
      </div>
    </Dialog>
  );
}
