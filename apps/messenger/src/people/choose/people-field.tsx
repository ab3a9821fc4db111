import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { PersonAvatar } from '../../app/index.ts';
import { nameOf } from '../names.ts';
import { optionId } from './people-listbox.tsx';
import type { PeopleChoice } from './use-people-choice.ts';

/** Whom it is to: the chosen as chips, and room to look for more. */
export function PeopleField({ choice }: { readonly choice: PeopleChoice }) {
  const { chosen, toggle, query, setQuery, onKeyDown, people, listId, activeIndex } = choice;
  const activeId = people.length > 0 ? optionId(listId, activeIndex) : null;
  const field = useRef<HTMLInputElement>(null);
  // Who comes here comes to type a name.
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="flex max-h-[40dvh] min-h-11 flex-wrap items-center gap-1.5 overflow-y-auto rounded-bubble bg-sunken px-1.5 py-1.5 inset-ring inset-ring-line focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent">
      {chosen.length > 0 && (
        <ul aria-label="Chosen people" className="contents">
          {chosen.map((person) => (
            <li key={person.userId} className="max-w-full animate-appear">
              <button
                type="button"
                aria-label={`Remove ${nameOf(person)}`}
                onClick={() => toggle(person)}
                className="flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft ps-1 pe-2 text-small font-semibold hover:bg-hover pointer-coarse:min-h-11"
              >
                <PersonAvatar person={person} sizePx={24} />
                <bdi className="truncate">{nameOf(person)}</bdi>
                <X aria-hidden="true" className="size-3.5 text-quiet" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search people by name or username"
        aria-autocomplete="list"
        aria-expanded={activeId !== null}
        aria-controls={listId}
        aria-activedescendant={activeId ?? undefined}
        placeholder={chosen.length === 0 ? 'Name or @username' : 'Add someone'}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="min-h-8 min-w-32 flex-1 bg-transparent px-2 text-field outline-none"
      />
    </div>
  );
}
