import type { Person } from '@sotto/client';
import { classes } from '@sotto/ui';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { isChosen } from './chosen-people.ts';
import { PersonLine } from '../person-line.tsx';

export interface PeopleListboxProps {
  readonly id: string;
  readonly label: string;
  readonly people: readonly Person[];
  readonly chosen: readonly Person[];
  readonly activeIndex: number;
  readonly onToggle: (person: Person) => void;
}

/** The id of one option, for the field that points at it. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** People to choose from. Focus stays in the field; the active one is pointed at. */
export function PeopleListbox({
  id,
  label,
  people,
  chosen,
  activeIndex,
  onToggle,
}: PeopleListboxProps) {
  useEffect(() => {
    document.getElementById(optionId(id, activeIndex))?.scrollIntoView({ block: 'nearest' });
  }, [id, activeIndex]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A select shows no faces.
    <div id={id} role="listbox" aria-label={label} aria-multiselectable="true">
      {people.map((person, index) => {
        const selected = isChosen(chosen, person);
        return (
          <div
            key={person.userId}
            id={optionId(id, index)}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- As above.
            role="option"
            aria-selected={selected}
            tabIndex={-1}
            // The field keeps focus, so that typing goes on after a press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onToggle(person)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') onToggle(person);
            }}
            className={classes(
              'cursor-pointer outline-none hover:bg-hover',
              index === activeIndex && 'bg-hover',
            )}
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
      })}
    </div>
  );
}
