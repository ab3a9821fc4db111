import decryptAESSecretStorageItem from 'matrix-js-sdk/lib/utils/decryptAESSecretStorageItem.js';
import encryptAESSecretStorageItem from 'matrix-js-sdk/lib/utils/encryptAESSecretStorageItem.js';
import type { UserId } from '@sotto/protocol';
import type { PrivateNote } from '../../../types/index.ts';
import type { Notes } from '../../kept-notes.ts';
import { textOf, type Json } from '../ask.ts';

/** Global account data: what its owner calls people and knows of them. See `docs/reference/people-notes.md`. */
export const NOTES_TYPE = 'app.sotto.people_notes';

/** Notes as they are stored. */
export interface SealedNotes {
  /** The version of the key backup whose private key opens them. */
  readonly key_id: string;
  readonly ciphertext: string;
  readonly iv: string;
  readonly mac: string;
}

/** Null where nothing is stored, or something that is none of it. */
export function readSealed(content: Json | null): SealedNotes | null {
  const [keyId, ciphertext, iv, mac] = ['key_id', 'ciphertext', 'iv', 'mac'].map((name) =>
    textOf(content?.[name]),
  );
  if (!ciphertext || !iv || !mac) return null;
  return { key_id: keyId ?? '', ciphertext, iv, mac };
}

export async function seal(
  people: Notes,
  key: Uint8Array<ArrayBuffer>,
  keyId: string,
): Promise<SealedNotes> {
  const text = JSON.stringify({ people: Object.fromEntries(people) });
  return { key_id: keyId, ...(await encryptAESSecretStorageItem(text, key, NOTES_TYPE)) };
}

/** Null if this is not the key they were sealed with. */
export async function unseal(
  sealed: SealedNotes,
  key: Uint8Array<ArrayBuffer>,
): Promise<Notes | null> {
  try {
    return readNotes(JSON.parse(await decryptAESSecretStorageItem(sealed, key, NOTES_TYPE)));
  } catch {
    // NOTE: another key, or bytes that somebody has changed: neither is to be believed.
    return null;
  }
}

function readNotes(plain: unknown): Notes {
  // SAFETY: every field read from it is checked where it is read.
  const { people } = plain as { readonly people?: Readonly<Record<string, unknown>> };
  return new Map(
    Object.entries(people ?? {}).map(([userId, said]): [UserId, PrivateNote] => {
      const { nickname, note } = said as Json;
      // SAFETY: notes are kept by user id.
      return [userId as UserId, { nickname: textOf(nickname), note: textOf(note) }];
    }),
  );
}
