import { SetPresence } from 'matrix-js-sdk/lib/sync.js';
import type { AccountBase } from './account-parts.ts';

/** Says whether one is there: while the page is seen, and only if one wants it known. */
export function sharePresence({ matrix, platform, preferences }: AccountBase): () => void {
  const { client } = matrix;
  let said: SetPresence | undefined;

  function look(): void {
    const seen = platform.network.visible.get() ? SetPresence.Online : SetPresence.Unavailable;
    const presence = preferences.get().sharePresence ? seen : SetPresence.Offline;
    if (presence === said) return;
    const isFirst = said === undefined;
    said = presence;
    void client.setSyncPresence(presence);
    // The sync under way still carries the old word; the first one was started with the right one.
    // NOTE: a server without presence refuses, and nothing is lost.
    if (!isFirst) client.setPresence({ presence }).catch(() => undefined);
  }

  const stops = [platform.network.visible.subscribe(look), preferences.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}
