import type { Conversation, TimelineItem } from '@sotto/client';
import { useEffect } from 'react';

/**
 * Marks the conversation read only when its newest message is really before someone's eyes: the
 * page visible, focused, and scrolled to the end.
 */
export function useReadWhenSeen(
  conversation: Conversation,
  items: readonly TimelineItem[],
  atBottom: boolean,
): void {
  const newestTheirs = items.findLast((item) => item.kind === 'message' && !item.mine)?.key ?? null;
  useEffect(() => {
    if (newestTheirs === null || !atBottom) return undefined;
    let marked = false;
    function look() {
      if (marked || document.visibilityState !== 'visible' || !document.hasFocus()) return;
      marked = true;
      conversation.markRead();
    }
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [conversation, newestTheirs, atBottom]);
}
