import type { Conversation } from '@sotto/client';
import { useEffect, useMemo } from 'react';
import { useClock } from '../../app/index.ts';
import { createTypingNotifier, type TypingNotifier } from './typing-notifier.ts';

/** Tells the others in this conversation when I type, and that I stopped when I leave it. */
export function useTyping(conversation: Conversation): TypingNotifier {
  const clock = useClock();
  const notifier = useMemo(
    () =>
      createTypingNotifier({
        clock,
        setTyping: (typing) => conversation.setTyping(typing),
        after(durationMs, callback) {
          const timer = setTimeout(callback, durationMs);
          return () => clearTimeout(timer);
        },
      }),
    [clock, conversation],
  );
  useEffect(() => () => notifier.stop(), [notifier]);
  return notifier;
}
