import type { Attachment } from '@sotto/client';
import { shownOf, verdictOf, WITHHELD_WORDS, type Shown } from './blur-rules.ts';
import { useLook, useRevealed } from './use-look.ts';
import type { PhotoGuard } from './use-photo-guard.ts';

export interface Looking {
  readonly attachment: Attachment;
  readonly size: 'thumbnail' | 'full';
  /** Null until it is there. */
  readonly url: string | null;
  readonly guard: PhotoGuard;
}

/** How a guarded photo is shown now, and the way to ask for it. */
export function useShown({ attachment, size, url, guard }: Looking): readonly [Shown, () => void] {
  const { minor, fromContact } = guard;
  const scores = useLook(attachment.source, size, guard.guard === 'look' ? url : null);
  const [revealed, reveal] = useRevealed(attachment.source);
  if (guard.guard === 'none') return [CLEAR, reveal];
  if (guard.guard !== 'look') return [guard.guard === 'withheld' ? WITHHELD : WAITING, reveal];
  const verdict =
    scores === undefined ? 'unknown' : scores === null ? 'failed' : verdictOf(scores, { minor });
  return [shownOf({ verdict, minor, fromContact, revealed }), reveal];
}

const CLEAR: Shown = { blurred: false, canShow: false, words: null };
const WAITING: Shown = { blurred: true, canShow: false, words: null };
const WITHHELD: Shown = { ...WAITING, words: WITHHELD_WORDS };
