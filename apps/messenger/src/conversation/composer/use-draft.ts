import type { Conversation } from '@sotto/client';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Long enough not to save every letter, short enough to lose none worth keeping. */
const SAVE_AFTER_MS = 400;

/** The text being written. It survives leaving the conversation and closing the page. */
export function useDraft(conversation: Conversation): [string, (text: string) => void] {
  const [text, setText] = useState(() => conversation.summary.get().draft ?? '');
  const unsaved = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (unsaved.current === null) return;
    conversation.setDraft(unsaved.current);
    unsaved.current = null;
  }, [conversation]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const change = useCallback(
    (next: string) => {
      setText(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      // An emptied draft is saved at once: a sent message must not come back as a draft.
      if (next === '') save();
      else timer.current = setTimeout(save, SAVE_AFTER_MS);
    },
    [save],
  );
  return [text, change];
}
