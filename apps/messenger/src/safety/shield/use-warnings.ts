import type { Message, TimelineItem } from '@sotto/client';
import type { Sender, Shield, Warning } from '@sotto/shield';
import { useEffect, useRef, useState } from 'react';

/** Looked at in one go; then the page has its turn. */
const AT_ONCE = 8;

type Warnings = ReadonlyMap<string, readonly Warning[]>;

interface Looked {
  readonly text: string;
  readonly relation: Sender['relation'];
  readonly warnings: readonly Warning[];
}

export interface Look {
  readonly shield: Shield;
  /** How I know who wrote a message. */
  readonly senderOf: (message: Message) => Sender;
}

/** The words of a message that somebody else wrote; null for what has none. */
function wordsOf({ mine, body }: Message): string | null {
  if (mine) return null;
  if (body.kind === 'text') return body.text;
  return body.kind === 'attachment' ? body.caption : null;
}

/**
 * What is to be said of the messages of a timeline, by their keys. Each is looked at once, newest
 * first, a few at a time between the tasks of the page.
 */
export function useWarnings(items: readonly TimelineItem[], look: Look | null): Warnings {
  const looked = useRef(new Map<string, Looked>());
  const [warnings, setWarnings] = useState<Warnings>(new Map());

  useEffect(() => {
    if (look === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = (): void => {
      if (!lookAtNext(items, look, looked.current)) return;
      setWarnings(new Map([...looked.current].map(([key, each]) => [key, each.warnings])));
      timer = setTimeout(run);
    };
    timer = setTimeout(run);
    return () => clearTimeout(timer);
  }, [items, look]);

  return warnings;
}

/** Looks at some that were not looked at yet, or were by somebody I know otherwise by now. */
function lookAtNext(
  items: readonly TimelineItem[],
  { shield, senderOf }: Look,
  looked: Map<string, Looked>,
): boolean {
  let count = 0;
  for (const item of items.toReversed()) {
    const text = item.kind === 'message' ? wordsOf(item) : null;
    if (item.kind !== 'message' || text === null) continue;
    const sender = senderOf(item);
    const before = looked.get(item.key);
    if (before?.text === text && before.relation === sender.relation) continue;
    const warnings = shield.checkMessage({ text, links: [] }, sender);
    looked.set(item.key, { text, relation: sender.relation, warnings });
    count += 1;
    if (count === AT_ONCE) break;
  }
  return count > 0;
}
