import { useLocation, useMatch, useNavigate } from '@tanstack/react-router';
import { useCommunityInView } from '../../communities/community-in-view.ts';
import { useAccount } from '../client-context.tsx';
import { listSearchId } from '../keyboard/list-search.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { placeAbove } from './page-title.ts';

/** The keys that work everywhere once signed in. `shortcut-help.tsx` lists them. */
export function useAppShortcuts(openHelp: () => void): void {
  const account = useAccount();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { id: community } = useCommunityInView();
  const openId = useMatch({
    from: '/account/conversations/c/$conversationId',
    shouldThrow: false,
    select: ({ params }) => params.conversationId,
  });

  useShortcut('?', openHelp);

  useShortcut('Mod+K', () => {
    const search = (): HTMLElement | null => document.getElementById(listSearchId);
    if (search()?.checkVisibility({ visibilityProperty: true }) === true) {
      search()?.focus();
      return;
    }
    void navigate({ to: '/' }).then(() => requestAnimationFrame(() => search()?.focus()));
  });

  useShortcut('Escape', () => {
    const above =
      /^\/[cu]\//u.test(pathname) && community !== null ? `/s/${community}` : placeAbove(pathname);
    if (above !== null) void navigate({ to: above });
  });

  useShortcut('Mod+Shift+U', () => {
    const open = account.conversations.get().find(({ id }) => id === openId);
    if (!open) return;
    void navigate({ to: '/' });
    void account.quiet.markUnread(open.id, true);
  });

  const openNeighbour = (step: 1 | -1): void => {
    const ids: readonly string[] = account.conversations.get().map(({ id }) => id);
    const current = openId === undefined ? -1 : ids.indexOf(openId);
    const next = current < 0 ? ids.at(step === 1 ? 0 : -1) : ids[current + step];
    if (next === undefined) return;
    void navigate({ to: '/c/$conversationId', params: { conversationId: next } });
  };
  useShortcut('Alt+ArrowDown', () => openNeighbour(1));
  useShortcut('Alt+ArrowUp', () => openNeighbour(-1));
}
