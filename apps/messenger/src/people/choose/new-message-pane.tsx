import { Button, EmptyState, useObservable } from '@sotto/ui';
import { UserRoundSearch } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { BackButton, Pane, PaneHeader, useAccount } from '../../app/index.ts';
import { CHOSEN_MAX } from './chosen-people.ts';
import { firstChoices, foundChoices } from './choices.ts';
import { knownPeople } from './known-people.ts';
import { namesInWords } from '../names.ts';
import { PeopleField } from './people-field.tsx';
import { optionId, PeopleListbox } from './people-listbox.tsx';
import { PeopleResults } from './people-results.tsx';
import { useChoosing } from './use-choosing.ts';
import { usePeopleSearch } from '../use-people-search.ts';
import { useStartConversation } from '../use-start-conversation.ts';

/** Whom to write to: one person, or several at once. */
export function NewMessagePane() {
  const account = useAccount();
  const conversations = useObservable(account.conversations);
  const contacts = useObservable(account.people.contacts);
  const [query, setQuery] = useState('');
  const search = usePeopleSearch(query);
  const groups = useMemo(
    () =>
      search.kind === 'idle'
        ? firstChoices(contacts ?? [], knownPeople(conversations))
        : foundChoices(contacts ?? [], search.kind === 'found' ? search.people : [], query),
    [contacts, conversations, search, query],
  );
  const people = useMemo(() => groups.flatMap((group) => group.people), [groups]);
  const { starting, start } = useStartConversation({ replace: true });
  const { chosen, activeIndex, toggle, onKeyDown } = useChoosing({
    query,
    setQuery,
    people,
    onDone: start,
  });
  const listId = useId();

  return (
    <Pane
      label="New message"
      header={
        <>
          <PaneHeader title="New message" back={<BackButton to="/" always />} />
          <div className="px-4 pb-3">
            <PeopleField
              chosen={chosen}
              onRemove={toggle}
              value={query}
              onValueChange={setQuery}
              onKeyDown={onKeyDown}
              listId={listId}
              activeId={people.length > 0 ? optionId(listId, activeIndex) : null}
            />
          </div>
        </>
      }
      footer={
        chosen.length > 0 && (
          <div className="animate-rise border-t border-line p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <Button variant="primary" stretch busy={starting} onClick={() => start(chosen)}>
              <span className="truncate">Message {namesInWords(chosen)}</span>
            </Button>
            {chosen.length >= CHOSEN_MAX && (
              <p className="pt-2 text-center text-small text-quiet">
                {CHOSEN_MAX} people are as many as fit.
              </p>
            )}
          </div>
        )
      }
    >
      <PeopleResults
        search={search}
        query={query}
        empty={people.length === 0}
        start={
          <EmptyState
            icon={<UserRoundSearch />}
            title="Find someone by name or username"
            text="Your first message reaches them as a request."
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
    </Pane>
  );
}
