import { createSubject } from '../../observable.ts';
import { openSoon } from '../../platform/open-later.ts';
import { withActions } from '../../platform/with-actions.ts';
import type { QuietBook, QuietState } from '../../types/index.ts';
import type { QuietContext } from './quiet-context.ts';

export interface OpenQuietBook {
  readonly book: QuietBook;
  close(): void;
}

/** What is quiet. It is a script of its own, fetched once conversations can be shown. */
export function openQuietBook(context: QuietContext): OpenQuietBook {
  const state = createSubject<QuietState | null>(null);
  const later = openSoon(context.online, async () =>
    (await import('./open-quiet.ts')).openQuiet(context, state),
  );
  return {
    book: withActions({ state }, async () => (await later.open()).actions),
    close: later.close,
  };
}
