import type { Person } from '@sotto/client';
import { useId, useState } from 'react';
import { EmptyState } from '@sotto/ui';
import { UserRoundSearch } from 'lucide-react';
import { PeopleField } from '../../people/choose/people-field.tsx';
import { optionId, PeopleListbox } from '../../people/choose/people-listbox.tsx';
import { PeopleResults } from '../../people/choose/people-results.tsx';
import { useChoices } from '../../people/choose/use-choices.ts';
import { useChoosing } from '../../people/choose/use-choosing.ts';

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
  const [query, setQuery] = useState('');
  const { groups, people, search } = useChoices(query, without);
  const listId = useId();
  const { activeIndex, toggle, onKeyDown } = useChoosing({
    query,
    setQuery,
    people,
    onDone,
    max: ADDED_MAX,
    chosen,
    setChosen: onChosenChange,
  });
  return (
    <div className="flex flex-col gap-2">
      <PeopleField
        chosen={chosen}
        onRemove={toggle}
        value={query}
        onValueChange={setQuery}
        onKeyDown={onKeyDown}
        listId={listId}
        activeId={people.length > 0 ? optionId(listId, activeIndex) : null}
      />
      <div className="-mx-6 flex h-80 max-h-[45dvh] flex-col overflow-y-auto overscroll-contain px-2">
        <PeopleResults
          search={search}
          query={query}
          empty={people.length === 0}
          start={
            <EmptyState
              icon={<UserRoundSearch />}
              title="Find someone by name or username"
              text="People who don’t know you are asked first."
            />
          }
        >
          <PeopleListbox
            id={listId}
            label="People"
            groups={groups}
            chosen={chosen}
            activeIndex={activeIndex}
            onToggle={toggle}
          />
        </PeopleResults>
      </div>
    </div>
  );
}
