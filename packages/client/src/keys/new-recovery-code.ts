import { createSubject, type Observable } from '../observable.ts';
import { openSlot, type KeyValueStore } from '../platform/key-value-store.ts';
import { makeRecoveryCode } from './recovery-code.ts';

/** The recovery code a person has not written down yet. It survives a reload until they have. */
export interface NewRecoveryCode {
  readonly code: Observable<string | null>;
  /** The code to set up with: the one of an interrupted attempt, or a new one. Durable first. */
  prepare(): Promise<string>;
  /** Shows the prepared code: it works from now on. */
  show(): Promise<void>;
  keep(): void;
}

interface Stored {
  readonly code: string;
  readonly works: boolean;
}

export async function openNewRecoveryCode(store: KeyValueStore): Promise<NewRecoveryCode> {
  const slot = openSlot<Stored>(store, 'new-recovery-code');
  const kept = await slot.get();
  const code = createSubject<string | null>(kept?.works ? kept.code : null);
  return {
    code,
    async prepare() {
      const interrupted = await slot.get();
      if (interrupted && !interrupted.works) return interrupted.code;
      const fresh = { code: makeRecoveryCode(), works: false };
      await slot.set(fresh);
      return fresh.code;
    },
    async show() {
      const prepared = await slot.get();
      if (!prepared) return;
      await slot.set({ ...prepared, works: true });
      code.set(prepared.code);
    },
    keep() {
      code.set(null);
      void slot.delete();
    },
  };
}
