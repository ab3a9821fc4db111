import type { ConversationSummary } from '@sotto/client';

/** What the tab says: `(3) Mira – Sotto`. */
export function pageTitle(place: string | null, unreadCount: number): string {
  const count = unreadCount > 0 ? `(${unreadCount > 99 ? '99+' : unreadCount}) ` : '';
  return count + (place === null ? 'Sotto' : `${place} – Sotto`);
}

/** The name of the place an address leads to; null for the list itself. */
export function placeOf(
  pathname: string,
  conversations: readonly Pick<ConversationSummary, 'id' | 'title'>[],
): string | null {
  const [area, id] = pathname.split('/').slice(1).map(decodeURIComponent);
  switch (area ?? '') {
    case 'c':
      return conversations.find((conversation) => conversation.id === id)?.title ?? null;
    case 'requests':
      return 'Requests';
    case 'new':
      return 'New message';
    case 's':
      return conversations.find((conversation) => conversation.id === id)?.title ?? 'Community';
    case 'communities':
      return 'New community';
    case 'u':
      return 'Profile';
    case 'hi':
      return 'Contact link';
    case 'link':
      return 'Link a device';
    case 'settings':
      return 'Settings';
    default:
      return null;
  }
}

/** The page above an address, where Escape leads; null at the top. */
export function placeAbove(pathname: string): string | null {
  if (pathname === '/') return null;
  const [community] = /^\/s\/[^/]+(?=\/.)/u.exec(pathname) ?? [];
  if (community !== undefined) return community;
  return /^\/requests\/./u.test(pathname) ? '/requests' : '/';
}
