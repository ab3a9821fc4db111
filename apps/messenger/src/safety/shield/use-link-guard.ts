import type { Message } from '@sotto/client';
import { useContext, useEffect, useState, type MouseEvent } from 'react';
import { ShieldContext, type LinkInMessage, type ShieldStand } from './shield-context.tsx';

/** So long a press waits for the shield; then it is asked about without it. */
const LOADING_MS_MAX = 2_500;

export interface LinkGuard {
  readonly onPress: (event: MouseEvent<HTMLAnchorElement>) => void;
  /** Whether a press waits for the shield. */
  readonly waiting: boolean;
}

/** What a press on somebody’s link does: it opens, is asked about, or waits until that is known. */
export function useLinkGuard(message: Message, link: LinkInMessage): LinkGuard {
  const stand = useContext(ShieldContext);
  const [held, setHeld] = useState<HTMLAnchorElement | null>(null);

  useEffect(() => {
    if (stand !== 'loading') held?.click();
  }, [stand, held]);

  return {
    waiting: held !== null,
    onPress(event) {
      if (stand !== 'loading') setHeld(null);
      // The right button opens a menu, not the link.
      if (event.button === 2 || message.mine || !/^https?:/.test(link.href)) return;
      if (stand === 'loading') {
        event.preventDefault();
        setHeld(event.currentTarget);
      } else if (stand === 'missing') {
        // The page’s own question is a script of its own, which may be missing as well.
        if (!confirm(wordsOf(link.href))) event.preventDefault();
      } else if (stand !== 'off') {
        stand.onLink(event, message, link);
      }
    },
  };
}

function wordsOf(href: string): string {
  return `Open this link? It could not be checked, because a part of Sotto is missing.\n\n${href}`;
}

/** What there is of a conversation’s shield: never `loading` for long. */
export function useShieldStand(): readonly [ShieldStand, (stand: ShieldStand) => void] {
  const [stand, setStand] = useState<ShieldStand>('loading');
  useEffect(() => {
    const timer = setTimeout(
      () => setStand((current) => (current === 'loading' ? 'missing' : current)),
      LOADING_MS_MAX,
    );
    return () => clearTimeout(timer);
  }, []);
  return [stand, setStand];
}
