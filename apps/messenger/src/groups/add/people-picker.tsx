import type { Person } from '@sotto/client';
import { PeopleField } from '../../people/choose/people-field.tsx';
import { PeopleResults } from '../../people/choose/people-results.tsx';
import { usePeopleChoice } from '../../people/choose/use-people-choice.ts';

/** As many as are added at once. */
const ADDED_MAX = 100;

export interface PeoplePickerProps {
  readonly chosen: readonly Person[];
  readonly onChosenChange: (chosen: readonly Person[]) => void;
  /** Who is not to be found, as they are there already. */
  readonly without: readonly string[];
  readonly onDone: () => void;
}

/** A field and a list to choose people from, inside something else. */
export function PeoplePicker({ chosen, onChosenChange, without, onDone }: PeoplePickerProps) {
  const choice = usePeopleChoice({
    chosen,
    setChosen: onChosenChange,
    max: ADDED_MAX,
    without,
    onDone,
  });
  return (
    <div className="flex flex-col gap-2">
      <PeopleField choice={choice} />
      <div className="-mx-6 flex h-80 max-h-[45dvh] flex-col overflow-y-auto overscroll-contain px-2">
        <PeopleResults choice={choice} startText="People who don’t know you are asked first." />
      </div>
    </div>
  );
}
