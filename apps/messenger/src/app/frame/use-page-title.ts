import { useObservable } from '@sotto/ui';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useAccount } from '../client-context.tsx';
import { pageTitle, placeOf } from './page-title.ts';

/** Keeps the tab's title and the installed app's badge true. Gives the name of the place. */
export function usePageTitle(): string | null {
  const account = useAccount();
  const conversations = useObservable(account.conversations);
  const requests = useObservable(account.requests);
  const { pathname } = useLocation();

  const place = placeOf(pathname, conversations);
  const unread = conversations.reduce((sum, { unreadCount }) => sum + unreadCount, requests.length);

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
