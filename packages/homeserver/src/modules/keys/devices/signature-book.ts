import type { Signatures, UserId } from '@sotto/protocol';
import type { StoredSignature } from '../cross-signing/signature-store.ts';

/** A device or cross-signing key object, as far as signing is concerned. */
export type SignableKey = {
  readonly signatures?: Signatures;
  readonly unsigned?: Readonly<Record<string, string>>;
};

/** Puts the signatures that came later beside those a key was uploaded with. */
export class SignatureBook {
  readonly #byTarget = new Map<string, StoredSignature[]>();

  constructor(signatures: readonly StoredSignature[]) {
    for (const signature of signatures) {
      const name = nameOf(signature.targetUserId, signature.targetKey);
      const known = this.#byTarget.get(name);
      if (known) known.push(signature);
      else this.#byTarget.set(name, [signature]);
    }
  }

  addTo<Key extends SignableKey>(signable: Key, target: { userId: UserId; key: string }): Key {
    const later = this.#byTarget.get(nameOf(target.userId, target.key));
    if (!later) return signable;
    const signatures: Record<string, Readonly<Record<string, string>>> = { ...signable.signatures };
    for (const { signerUserId, signerKeyId, signature } of later) {
      signatures[signerUserId] = { ...signatures[signerUserId], [signerKeyId]: signature };
    }
    return { ...signable, signatures };
  }
}

function nameOf(userId: UserId, key: string): string {
  return `${userId} ${key}`;
}
