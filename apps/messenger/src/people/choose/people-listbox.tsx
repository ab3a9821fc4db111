import type { Person } from '@sotto/client';
import { classes } from '@sotto/ui';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { isChosen } from './chosen-people.ts';
import { PersonLine } from '../person-line.tsx';
import type { PeopleChoice } from './use-people-choice.ts';

/** The id of one option, for the field that points at it. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** People to choose from. Focus stays in the field; the active one is pointed at. */
export function PeopleListbox({ choice }: { readonly choice: PeopleChoice }) {
  const { listId, groups, chosen, activeIndex, toggle } = choice;
  useEffect(() => {
    document.getElementById(optionId(listId, activeIndex))?.scrollIntoView({ block: 'nearest' });
  }, [listId, activeIndex]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A select shows no faces.
    <div id={listId} role="listbox" aria-label="People" aria-multiselectable="true">
      {groups.map(({ title, people }, position) => {
        const before = groups.slice(0, position).flatMap((group) => group.people).length;
        const titleId = `${listId}-title-${position}`;
        return (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A list box has no fieldsets.
          <div key={title} role="group" aria-labelledby={titleId}>
            <div
              id={titleId}
              role="presentation"
              className="px-4 py-1 text-small font-semibold text-quiet"
            >
              {title}
            </div>
            {people.map((person, index) => (
              <PersonOption
                key={person.userId}
                id={optionId(listId, before + index)}
                person={person}
                selected={isChosen(chosen, person)}
                active={before + index === activeIndex}
                onToggle={() => toggle(person)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface PersonOptionProps {
  readonly id: string;
  readonly person: Person;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onToggle: () => void;
}

function PersonOption({ id, person, selected, active, onToggle }: PersonOptionProps) {
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- As above.
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      // The field keeps focus, so that typing goes on after a press.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onToggle();
      }}
      className={classes('cursor-pointer outline-none hover:bg-hover', active && 'bg-hover')}
    >
      <PersonLine
        person={person}
        end={
          <span
            aria-hidden="true"
            className={classes(
              'grid size-6 shrink-0 place-items-center rounded-full border-2 [&_.lucide]:size-4 [&_.lucide]:stroke-[2.5]',
              selected ? 'border-accent bg-accent text-on-accent' : 'border-edge',
            )}
          >
            {selected && <Check />}
          </span>
        }
      />
    </div>
  );
}
