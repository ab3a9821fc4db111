import type { AttachmentSource } from '@sotto/client';
import { useEffect, useState } from 'react';
import type { Scores } from './blur-rules.ts';
import { classify } from './classifier.ts';

type Size = 'thumbnail' | 'full';
/** Null if it could not be looked at. */
type Seen = Scores | null;

/** What was seen stays known while its message is loaded: a photo scrolled back to is not looked at again. */
const seen = new WeakMap<AttachmentSource, Map<Size, Seen>>();
const revealed = new WeakSet<AttachmentSource>();

/** Looks at a photo. Each size is another picture, and its sender chose both. */
export function useLook(
  source: AttachmentSource,
  size: Size,
  url: string | null,
): Seen | undefined {
  const [, redraw] = useState(0);

  useEffect(() => {
    if (url === null || seen.get(source)?.get(size)) return undefined;
    let current = true;
    function settle(result: Seen) {
      seen.set(source, new Map(seen.get(source)).set(size, result));
      if (current) redraw((count) => count + 1);
    }
    void classify(url).then(settle, () => settle(null));
    return () => {
      current = false;
    };
  }, [source, size, url]);

  return seen.get(source)?.get(size);
}

/** Whether its viewer has asked for a photo, and the way to ask. */
export function useRevealed(source: AttachmentSource): readonly [boolean, () => void] {
  const [, redraw] = useState(0);
  return [
    revealed.has(source),
    () => {
      revealed.add(source);
      redraw((count) => count + 1);
    },
  ];
}
