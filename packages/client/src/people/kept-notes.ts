import type { UserId } from '@sotto/protocol';
import { createSubject, type Subject } from '../observable.ts';
import { openSlot, type KeyValueStore, type Slot } from '../platform/key-value-store.ts';
import type { PrivateNote } from '../types/index.ts';

export type Notes = ReadonlyMap<UserId, PrivateNote>;

/** The newest notes this device has read, and what they were read from. */
export interface NotesCopy {
  readonly keyId: string;
  /** Of the stored content: two contents with the same one are the same. */
  readonly mac: string;
  readonly people: Notes;
}

/** What I call people, known before there is a connection, so that lists can show it. */
export interface KeptNotes {
  readonly slot: Slot<NotesCopy>;
  /** Null while they cannot be read on this device. */
  readonly notes: Subject<Notes | null>;
}

export async function openKeptNotes(store: KeyValueStore): Promise<KeptNotes> {
  const slot = openSlot<NotesCopy>(store, 'people-notes');
  return { slot, notes: createSubject((await slot.get())?.people ?? null) };
}
