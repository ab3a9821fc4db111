import { createSubject } from '../../observable.ts';
import { withActions } from '../../platform/with-actions.ts';
import type { QuietBook, QuietState } from '../../types/index.ts';
import type { QuietContext } from './quiet-context.ts';
import type { OpenQuiet } from './open-quiet.ts';

export interface OpenQuietBook {
  readonly book: QuietBook;
  close(): void;
}

/** What is quiet. It is a script of its own, fetched once conversations can be shown. */
export function openQuietBook(context: QuietContext): OpenQuietBook {
  const state = createSubject<QuietState | null>(null);
  let opening: Promise<OpenQuiet> | undefined;
  let closed = false;

  function open(): Promise<OpenQuiet> {
    opening ??= import('./open-quiet.ts')
      .then(({ openQuiet }) => openQuiet(context, state))
      .catch((error: unknown) => {
        // Without a connection a script does not come either; the next use asks again.
        opening = undefined;
        throw error;
      });
    return opening;
  }
  const openSoon = (): void => {
    // NOTE: tried again with the next connection.
    if (!closed) open().catch(() => undefined);
  };
  openSoon();
  const stopWatching = context.online.subscribe(openSoon);

  return {
    book: withActions({ state }, async () => (await open()).actions),
    close() {
      closed = true;
      stopWatching();
      // NOTE: one that never opened has nothing to close.
      opening?.then((quiet) => quiet.close()).catch(() => undefined);
    },
  };
}
