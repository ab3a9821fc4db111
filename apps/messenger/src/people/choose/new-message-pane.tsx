import type { Person } from '@sotto/client';
import { Button } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { BackButton, Pane, PaneHeader } from '../../app/index.ts';
import { CHOSEN_MAX } from './chosen-people.ts';
import { namesInWords } from '../names.ts';
import { PeopleField } from './people-field.tsx';
import { PeopleResults } from './people-results.tsx';
import { usePeopleChoice } from './use-people-choice.ts';
import { useStartConversation } from '../use-start-conversation.ts';

const NewGroupPane = lazy(async () => ({
  default: (await import('../../groups/new/new-group-pane.tsx')).NewGroupPane,
}));

/** Whom to write to: one person, or several at once, who may be given a name and a photo. */
export function NewMessagePane() {
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const [naming, setNaming] = useState(false);
  if (naming) {
    return (
      <Suspense>
        <NewGroupPane people={chosen} onBack={() => setNaming(false)} />
      </Suspense>
    );
  }
  return <ChoosingPane chosen={chosen} setChosen={setChosen} onSeveral={() => setNaming(true)} />;
}

interface ChoosingPaneProps {
  readonly chosen: readonly Person[];
  readonly setChosen: (chosen: readonly Person[]) => void;
  readonly onSeveral: () => void;
}

function ChoosingPane({ chosen, setChosen, onSeveral }: ChoosingPaneProps) {
  const { starting, start } = useStartConversation({ replace: true });
  const several = chosen.length > 1;
  const goOn = (): void => {
    if (several) onSeveral();
    else start(chosen);
  };
  const choice = usePeopleChoice({ chosen, setChosen, max: CHOSEN_MAX, onDone: goOn });

  return (
    <Pane
      label="New message"
      header={
        <>
          <PaneHeader title="New message" back={<BackButton to="/" always />} />
          <div className="px-4 pb-3">
            <PeopleField choice={choice} />
          </div>
        </>
      }
      footer={
        chosen.length > 0 && (
          <div className="animate-rise border-t border-line p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <Button variant="primary" stretch busy={starting} onClick={goOn}>
              <span className="truncate">
                {several
                  ? `Continue with ${chosen.length} people`
                  : `Message ${namesInWords(chosen)}`}
              </span>
            </Button>
            {chosen.length >= CHOSEN_MAX && (
              <p className="pt-2 text-center text-small text-quiet">
                {CHOSEN_MAX} people are as many as are asked at once. You can add others later.
              </p>
            )}
          </div>
        )
      }
    >
      {choice.query === '' && chosen.length === 0 && (
        <Link
          to="/communities/new"
          className="flex min-h-14 shrink-0 items-center gap-3 px-4 font-semibold -outline-offset-2 hover:bg-hover"
        >
          <span className="grid size-11 place-items-center rounded-full bg-accent-soft text-accent">
            <UsersRound aria-hidden="true" />
          </span>
          New community
        </Link>
      )}
      <PeopleResults choice={choice} startText="Your first message reaches them as a request." />
    </Pane>
  );
}
