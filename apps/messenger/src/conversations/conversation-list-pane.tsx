import { buttonClasses, EmptyState, SearchField, Tooltip, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MessagesSquare, SquarePen } from 'lucide-react';
import { lazy, Suspense, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { listSearchId, Pane, PaneHeader, PersonAvatar, useAccount } from '../app/index.ts';
import { ConversationList } from './conversation-list.tsx';
import { filterConversations } from './filter-conversations.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import type { ListHandle } from './use-roving-rows.ts';

const SearchResults = lazy(async () => ({
  default: (await import('./search-results.tsx')).SearchResults,
}));

/** All conversations and the way to new ones. */
export function ConversationListPane() {
  const account = useAccount();
  const conversations = useObservable(account.conversations);
  const requests = useObservable(account.requests);
  const connection = useObservable(account.connection);
  const [query, setQuery] = useState('');
  const found = useMemo(() => filterConversations(conversations, query), [conversations, query]);
  const list = useRef<ListHandle>(null);
  const searching = query.trim() !== '';
  const empty = conversations.length === 0 && requests.length === 0;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') list.current?.focusFirst();
    else if (event.key === 'Enter' && searching) list.current?.openFirst();
    else return;
    event.preventDefault();
  }
  const focusSearch = () => document.getElementById(listSearchId)?.focus();

  return (
    <Pane
      label="All conversations"
      scroll={false}
      header={
        <>
          <ListHeader />
          <div className="px-4 pb-2">
            <SearchField
              id={listSearchId}
              label="Search"
              placeholder="Search"
              value={query}
              onValueChange={setQuery}
              onKeyDown={onKeyDown}
            />
          </div>
        </>
      }
    >
      {searching ? (
        <Suspense>
          <SearchResults ref={list} query={query} conversations={found} onLeaveTop={focusSearch} />
        </Suspense>
      ) : empty ? (
        connection === 'connecting' ? (
          <ListSkeleton />
        ) : (
          <NoConversations />
        )
      ) : (
        <ConversationList
          ref={list}
          conversations={conversations}
          requests={requests}
          onLeaveTop={focusSearch}
        />
      )}
    </Pane>
  );
}

function ListHeader() {
  const account = useAccount();
  const me = useObservable(account.me);
  const hasNews = useObservable(account.reports.news) !== null;
  return (
    <PaneHeader
      title="Messages"
      back={
        <Tooltip text="Settings">
          <Link
            to="/settings/{-$section}"
            params={hasNews ? { section: 'reports' } : {}}
            aria-label={hasNews ? 'Settings, news of your reports' : 'Settings'}
            className="relative -ms-1 me-1 rounded-full p-1"
          >
            <PersonAvatar person={me} sizePx={32} className="block" />
            {hasNews && (
              <span
                aria-hidden="true"
                className="absolute end-0.5 top-0.5 size-3 rounded-full bg-accent ring-2 ring-background"
              />
            )}
          </Link>
        </Tooltip>
      }
      end={
        <Tooltip text="New message">
          <Link
            to="/new"
            aria-label="New message"
            className="grid size-10 place-items-center rounded-full text-quiet hover:bg-hover hover:text-text pointer-coarse:size-11"
          >
            <SquarePen aria-hidden="true" />
          </Link>
        </Tooltip>
      }
    />
  );
}

function NoConversations() {
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title="Find someone and say hello"
      action={
        <Link to="/new" className={buttonClasses({ variant: 'primary' })}>
          New message
        </Link>
      }
    />
  );
}
