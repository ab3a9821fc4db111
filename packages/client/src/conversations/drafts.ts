import type { RoomId } from '@sotto/protocol';
import type { KeyValueStore } from '../platform/key-value-store.ts';

const PREFIX = 'draft/';
const WRITE_AFTER_MS = 300;

/** Unsent text per conversation, on this device only. */
export interface Drafts {
  of(roomId: RoomId): string | null;
  set(roomId: RoomId, text: string): void;
  close(): void;
}

export async function openDrafts(
  store: KeyValueStore,
  onChange: (roomId: RoomId) => void,
): Promise<Drafts> {
  const entries = await store.list(PREFIX);
  // SAFETY: only this module writes under this prefix.
  const texts = new Map(entries.map(([key, text]) => [key.slice(PREFIX.length), text as string]));
  const unwritten = new Map<string, ReturnType<typeof setTimeout>>();

  function write(roomId: RoomId): void {
    clearTimeout(unwritten.get(roomId));
    unwritten.delete(roomId);
    const text = texts.get(roomId);
    void (text === undefined ? store.delete(PREFIX + roomId) : store.set(PREFIX + roomId, text));
  }

  return {
    of: (roomId) => texts.get(roomId) ?? null,
    set(roomId, text) {
      if (text === (texts.get(roomId) ?? '')) return;
      if (text === '') texts.delete(roomId);
      else texts.set(roomId, text);
      clearTimeout(unwritten.get(roomId));
      // A cleared draft was sent; it must not come back after a reload.
      if (text === '') write(roomId);
      else
        unwritten.set(
          roomId,
          setTimeout(() => write(roomId), WRITE_AFTER_MS),
        );
      onChange(roomId);
    },
    close() {
      // SAFETY: the keys are the room ids given to `set`.
      for (const roomId of unwritten.keys()) write(roomId as RoomId);
    },
  };
}
