import type { UserId } from '@sotto/protocol';
import type { Db, Txn } from '../../../storage/index.ts';

/** A checked signature that was uploaded after the key it stands on. */
export interface StoredSignature {
  readonly targetUserId: UserId;
  /** A device id, or the public key of a master key. */
  readonly targetKey: string;
  readonly signerUserId: UserId;
  /** With its algorithm: `ed25519:…`. */
  readonly signerKeyId: string;
  readonly signature: string;
}

/** Sole owner of `key_signature`. */
export const signatureStore = {
  /**
   * People see what was signed by its owner, and what they signed themselves. Whom anyone else
   * trusts is nobody's business.
   *
   * @see https://spec.matrix.org/v1.19/client-server-api/#key-and-signature-security
   */
  async listVisible(
    db: Db,
    asker: UserId,
    targetUserIds: readonly UserId[],
  ): Promise<StoredSignature[]> {
    if (targetUserIds.length === 0) return [];
    const rows = await db
      .selectFrom('key_signature')
      .selectAll()
      .where('target_user_id', 'in', targetUserIds)
      .where((eb) =>
        eb.or([
          eb('signer_user_id', '=', eb.ref('target_user_id')),
          eb('signer_user_id', '=', asker),
        ]),
      )
      .execute();
    return rows.map((row) => ({
      targetUserId: row.target_user_id,
      targetKey: row.target_key,
      signerUserId: row.signer_user_id,
      signerKeyId: row.signer_key_id,
      signature: row.signature,
    }));
  },

  /** Gives the signatures that were not there before. */
  async add(txn: Txn, signatures: readonly StoredSignature[]): Promise<StoredSignature[]> {
    const added: StoredSignature[] = [];
    for (const one of signatures) {
      const result = await txn.db
        .insertInto('key_signature')
        .values({
          target_user_id: one.targetUserId,
          target_key: one.targetKey,
          signer_user_id: one.signerUserId,
          signer_key_id: one.signerKeyId,
          signature: one.signature,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) added.push(one);
    }
    return added;
  },

  /** Removes all signatures on these keys of a person. */
  async deleteOn(txn: Txn, targetUserId: UserId, targetKeys: readonly string[]): Promise<void> {
    if (targetKeys.length === 0) return;
    await txn.db
      .deleteFrom('key_signature')
      .where('target_user_id', '=', targetUserId)
      .where('target_key', 'in', targetKeys)
      .execute();
  },

  /** Removes all signatures made with these keys of a person, given by public key or device id. */
  async deleteBy(txn: Txn, signerUserId: UserId, signers: readonly string[]): Promise<void> {
    if (signers.length === 0) return;
    await txn.db
      .deleteFrom('key_signature')
      .where('signer_user_id', '=', signerUserId)
      .where(
        'signer_key_id',
        'in',
        signers.map((signer) => `ed25519:${signer}`),
      )
      .execute();
  },
};
