import { BoundedMap } from '@sotto/kit';
import type { UserId } from '@sotto/protocol';
import { openSlot, type KeyValueStore } from '../platform/key-value-store.ts';

const KNOWN_MAX = 1_000;
const WRITE_AFTER_MS = 500;

export interface KnownProfile {
  readonly displayName: string | null;
  readonly avatar: string | null;
}

/**
 * What people were called when they were last seen. The members of a conversation are loaded when
 * they are needed; until then, and without a connection, this is how its other person is shown.
 */
export interface KnownPeople {
  find(userId: UserId): KnownProfile | null;
  note(userId: UserId, profile: KnownProfile): void;
  close(): void;
}

export async function openKnownPeople(store: KeyValueStore): Promise<KnownPeople> {
  const slot = openSlot<readonly (readonly [UserId, KnownProfile])[]>(store, 'people-known');
  const known = new BoundedMap<UserId, KnownProfile>(KNOWN_MAX);
  for (const [userId, profile] of (await slot.get()) ?? []) known.set(userId, profile);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    // NOTE: a name that could not be kept is learned again.
    slot.set([...known.entries()]).catch(() => undefined);
  }

  return {
    find: (userId) => known.get(userId) ?? null,
    note(userId, { displayName, avatar }) {
      const before = known.get(userId);
      if (before?.displayName === displayName && before.avatar === avatar) return;
      known.set(userId, { displayName, avatar });
      timer ??= setTimeout(write, WRITE_AFTER_MS);
    },
    close() {
      if (timer !== undefined) write();
    },
  };
}
