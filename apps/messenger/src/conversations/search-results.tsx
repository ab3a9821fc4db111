import type { ConversationSummary, Person } from '@sotto/client';
import { Button, EmptyState, Spinner } from '@sotto/ui';
import { useParams } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { useNowMs } from '../conversation/time/reader-calendar.ts';
import { PersonLine } from '../people/person-line.tsx';
import { usePeopleSearch } from '../people/use-people-search.ts';
import { useStartConversation } from '../people/use-start-conversation.ts';
import { useMuting } from '../quiet/use-muting.tsx';
import { ConversationRow } from './conversation-row.tsx';
import { useRovingRows, type ListHandle } from './use-roving-rows.ts';

/** More than this is not a search result but a list to be searched again. */
const SHOWN_MAX = 50;

export interface SearchResultsProps {
  readonly query: string;
  readonly conversations: readonly ConversationSummary[];
  readonly onLeaveTop: () => void;
  readonly ref: Ref<ListHandle>;
}

/** Conversations that match, then people one could write to. */
export function SearchResults({ query, conversations, onLeaveTop, ref }: SearchResultsProps) {
  const { conversationId } = useParams({ strict: false });
  const nowMs = useNowMs();
  const muting = useMuting();
  const { start } = useStartConversation();
  const search = usePeopleSearch(query);
  const container = useRef<HTMLDivElement>(null);
  const shown = conversations.slice(0, SHOWN_MAX);
  const people = search.kind === 'found' ? strangers(search.people, shown) : [];
  const roving = useRovingRows({
    count: shown.length + people.length,
    container,
    onReveal: (index) =>
      container.current
        ?.querySelector(`[data-row="${index}"]`)
        ?.scrollIntoView({ block: 'nearest' }),
    onLeave: onLeaveTop,
  });
  useImperativeHandle(ref, () => roving.handle);
  const tabbable = Math.max(0, roving.currentIndex);
  const nothing = shown.length === 0 && people.length === 0;

  return (
    <div
      ref={container}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain"
    >
      {shown.length > 0 && (
        <ResultGroup title="Conversations">
          {shown.map((summary, index) => (
            <li key={summary.id}>
              <ConversationRow
                summary={summary}
                index={index}
                open={summary.id === conversationId}
                tabbable={index === tabbable}
                nowMs={nowMs}
                onMute={muting.mute}
              />
            </li>
          ))}
        </ResultGroup>
      )}
      {muting.dialog}
      {people.length > 0 && (
        <ResultGroup title="People">
          {people.map((person, position) => {
            const index = shown.length + position;
            return (
              <li key={person.userId}>
                <button
                  type="button"
                  data-row={index}
                  tabIndex={index === tabbable ? 0 : -1}
                  onClick={() => start([person])}
                  className="w-full -outline-offset-2 hover:bg-hover"
                >
                  <PersonLine person={person} />
                </button>
              </li>
            );
          })}
        </ResultGroup>
      )}
      {search.kind === 'searching' && (
        <p className="flex items-center gap-2 px-4 py-3 text-small text-quiet">
          <Spinner className="size-4" /> Looking for people…
        </p>
      )}
      {search.kind === 'failed' && (
        <p role="alert" className="flex items-center gap-2 px-4 py-2 text-small text-quiet">
          The search for people got no answer.
          <Button variant="quiet" size="small" onClick={search.retry}>
            Try again
          </Button>
        </p>
      )}
      {search.kind === 'found' && nothing && (
        <output className="flex flex-1">
          <EmptyState
            icon={<SearchX />}
            title={`Nothing found for “${query.trim()}”`}
            text="Someone who isn’t listed can be found by their exact username."
          />
        </output>
      )}
    </div>
  );
}

function ResultGroup({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h2 className="px-4 pt-2 pb-1 text-small font-semibold text-quiet">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

/** Who is not found above already, in a conversation of the two of us. */
function strangers(
  people: readonly Person[],
  conversations: readonly ConversationSummary[],
): readonly Person[] {
  const above = new Set(conversations.map(({ person }) => person?.userId));
  return people.filter(({ userId }) => !above.has(userId));
}
