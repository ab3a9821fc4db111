import type { Conversation, Timeline } from '@sotto/client';
import { useCallback, useRef, useState } from 'react';

/**
 * Asks for older messages, one page at a time; after a failure only the reader asks again. The
 * result is another function whenever asking again could bring more.
 */
export function useOlder(conversation: Conversation, older: Timeline['older']): () => void {
  const asking = useRef(false);
  const [pages, setPages] = useState(0);
  return useCallback(() => {
    if (older !== 'available' || asking.current) return;
    asking.current = true;
    function settle() {
      asking.current = false;
      setPages(pages + 1);
    }
    conversation.loadOlder().then(settle, settle);
  }, [conversation, older, pages]);
}
