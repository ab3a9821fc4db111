import type { TimelineItem } from '@sotto/client';
import { useEffect, useRef, useState } from 'react';
import { arrivalWords } from '../message/message-words.ts';

/** What to say aloud about messages that came while the conversation was open. */
export function useArrivals(items: readonly TimelineItem[]): string {
  const [words, setWords] = useState('');
  const lastKey = useRef<string | null>(null);
  useEffect(() => {
    const newest = items.at(-1)?.key ?? null;
    const known = lastKey.current;
    lastKey.current = newest;
    if (known === null || newest === known) return;
    const from = items.findLastIndex((item) => item.key === known);
    if (from === -1) return;
    const arrived = items.slice(from + 1).filter((item) => item.kind === 'message');
    const said = arrivalWords(arrived);
    if (said !== null) setWords(said);
  }, [items]);
  return words;
}
