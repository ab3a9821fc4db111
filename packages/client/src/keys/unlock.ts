import type { Matrix } from '../matrix/matrix.ts';
import { ProblemError } from '../session/problems.ts';
import { readRecoveryCode } from './recovery-code.ts';

const wrongCode = () =>
  new ProblemError('recovery_code_wrong', 'That is not the recovery code of this account.');

/**
 * Takes the identity out of secret storage with the recovery code and signs this device with it.
 * Earlier messages follow in the background, as the backup key becomes known.
 */
export async function unlockWithCode(matrix: Matrix, code: string): Promise<void> {
  const { client, crypto, secretKeys } = matrix;
  const key = readRecoveryCode(code);
  if (!key) throw wrongCode();
  const stored = await client.secretStorage.getKey();
  if (!stored) throw new ProblemError('recovery_code_wrong', 'This account has no recovery code.');
  const [keyId, description] = stored;
  if (!(await client.secretStorage.checkKey(key, description))) throw wrongCode();

  // Without the identity in storage the SDK would make a new one, which nobody asked for.
  const { privateKeysInSecretStorage } = await crypto.getCrossSigningStatus();
  if (!privateKeysInSecretStorage) throw wrongCode();

  await secretKeys.during(
    async () => {
      await crypto.bootstrapCrossSigning({});
      if (await client.secretStorage.isStored('m.megolm_backup.v1')) {
        await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
      }
    },
    { keyId, key },
  );
  await crypto.checkKeyBackupAndEnable();
}
