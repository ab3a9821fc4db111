import type { Subject } from '../../observable.ts';
import { openSlot } from '../../platform/key-value-store.ts';
import { askFor, sottoPath } from './ask.ts';
import type { BookContext } from './book-context.ts';
import { createRepeater } from './repeater.ts';

/**
 * Learns whether I am protected as a minor: at the start, and with each new connection. The last answer is
 * kept, so that it holds without one too. Gives what ends it.
 */
export function watchProtection(
  { matrix, platform, online }: Pick<BookContext, 'matrix' | 'platform' | 'online'>,
  shown: Subject<boolean | null>,
): () => void {
  const slot = openSlot<boolean>(platform.store, 'protected');
  let closed = false;

  const loading = createRepeater(async () => {
    if (shown.get() === null) shown.set(await slot.get());
    if (closed || !online.get()) return;
    // A server that knows nothing of this protects nobody.
    const told = await askFor(matrix.client, sottoPath('protection'));
    const minor = told?.['minor'] === true;
    shown.set(minor);
    await slot.set(minor);
  });
  const stop = online.subscribe(loading.request);
  loading.request();
  return () => {
    closed = true;
    stop();
  };
}
