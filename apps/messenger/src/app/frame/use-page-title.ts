import { useObservable } from '@sotto/ui';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAccount } from '../client-context.tsx';
import { pageTitle, placeOf } from './page-title.ts';

/** Keeps the tab's title and the installed app's badge true, and still in quiet hours. Gives the name of the place. */
export function usePageTitle(): string | null {
  const account = useAccount();
  const conversations = useObservable(account.conversations);
  const requests = useObservable(account.requests);
  const communities = useObservable(account.communities.all);
  const { pathname } = useLocation();

  const named = communities.flatMap(({ id, name, channels }) => [
    { id, title: name },
    ...channels.map((channel) => ({ id: channel.id, title: channel.name })),
  ]);
  const place = placeOf(pathname, [...conversations, ...named]);
  const isQuiet = useObservable(account.quiet.state)?.quietNow === true;
  const waiting = conversations.reduce((sum, { alertCount }) => sum + alertCount, requests.length);
  const inChannels = communities.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
  const unread = isQuiet ? 0 : waiting + inChannels;

  useEffect(() => {
    document.title = pageTitle(place, unread);
    return () => {
      document.title = 'Sotto';
    };
  }, [place, unread]);

  useEffect(() => {
    if (!('setAppBadge' in navigator)) return;
    // NOTE: refused where the app is not installed, which is fine: there is nothing to mark.
    navigator.setAppBadge(unread).catch(() => undefined);
  }, [unread]);

  return place;
}
