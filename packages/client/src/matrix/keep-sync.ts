import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import { RoomEvent } from 'matrix-js-sdk/lib/models/room.js';
import type { NetworkWatch } from '../platform/network-watch.ts';

/** Rooms that come together are written together. */
const SETTLE_MS = 1_000;

/**
 * Writes what was synced when it matters. By itself the SDK does so every five minutes, and a
 * page that is reloaded before would not know a conversation that it has just shown.
 */
export function keepSync(client: MatrixClient, { visible }: NetworkWatch): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    void client.store.save(true);
  };
  const saveSoon = (): void => {
    timer ??= setTimeout(save, SETTLE_MS);
  };
  const stopWatching = visible.subscribe(() => {
    if (!visible.get()) save();
  });
  client.on(ClientEvent.Room, saveSoon);
  client.on(ClientEvent.DeleteRoom, saveSoon);
  client.on(RoomEvent.MyMembership, saveSoon);

  return () => {
    stopWatching();
    clearTimeout(timer);
    client.off(ClientEvent.Room, saveSoon);
    client.off(ClientEvent.DeleteRoom, saveSoon);
    client.off(RoomEvent.MyMembership, saveSoon);
  };
}
