import { classes, Tooltip, useObservable } from '@sotto/ui';
import { Link } from '@tanstack/react-router';
import { MessagesSquare, Plus } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { PersonAvatar, useAccount } from '../../app/index.ts';
import { useCommunityInView } from '../community-in-view.ts';
import { UnreadDot } from './unread-dot.tsx';

const place =
  'group relative grid size-11 shrink-0 place-items-center rounded-full -outline-offset-2 text-quiet hover:text-text';

/** All conversations, one place for each community, and the way to a new one. */
export function CommunityPlaces({ withTooltips }: { readonly withTooltips: boolean }) {
  const account = useAccount();
  const communities = useObservable(account.communities.all);
  const conversations = useObservable(account.conversations);
  const inView = useCommunityInView();
  const unread = conversations.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  const named = (text: string, link: ReactElement<object>) =>
    withTooltips ? <Tooltip text={text}>{link}</Tooltip> : link;

  return (
    <>
      <li className="contents">
        {named(
          'All conversations',
          <Link
            to="/"
            data-row={0}
            aria-current={inView.id === null ? 'true' : undefined}
            className={place}
          >
            <Face here={inView.id === null}>
              <MessagesSquare aria-hidden="true" />
            </Face>
            <span className="sr-only">All conversations</span>
            <UnreadDot count={unread} />
          </Link>,
        )}
      </li>
      {communities.map(({ id, name, avatar, unreadCount }, index) => (
        <li key={id} className="contents">
          {named(
            name,
            <Link
              to="/s/$communityId"
              params={{ communityId: id }}
              data-row={index + 1}
              aria-current={inView.id === id ? 'true' : undefined}
              className={place}
            >
              <span
                className={classes(
                  'grid rounded-full',
                  inView.id === id && 'ring-2 ring-accent ring-offset-2 ring-offset-background',
                )}
              >
                <PersonAvatar name={name} id={id} avatar={avatar} sizePx={40} className="block" />
              </span>
              <bdi className="sr-only">{name}</bdi>
              <UnreadDot count={unreadCount} />
            </Link>,
          )}
        </li>
      ))}
      <li className="contents">
        {named(
          'New community',
          <Link
            to="/communities/new"
            data-row={communities.length + 1}
            aria-label="New community"
            className={place}
          >
            <span className="grid size-10 place-items-center rounded-full inset-ring inset-ring-line group-hover:bg-hover">
              <Plus aria-hidden="true" />
            </span>
          </Link>,
        )}
      </li>
    </>
  );
}

function Face({ here, children }: { readonly here: boolean; readonly children: ReactNode }) {
  return (
    <span
      className={classes(
        'grid size-10 place-items-center rounded-full',
        here ? 'bg-accent-soft text-accent' : 'bg-sunken group-hover:bg-hover',
      )}
    >
      {children}
    </span>
  );
}
