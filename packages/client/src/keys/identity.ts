import type { UIAuthCallback } from 'matrix-js-sdk/lib/interactive-auth.js';
import { invariant } from '@sotto/kit';
import type { Matrix } from '../matrix/matrix.ts';
import { ProblemError } from '../session/problems.ts';
import { withPassword } from '../session/password-step.ts';
import type { NewRecoveryCode } from './new-recovery-code.ts';
import { secretStorageKeyOf } from './recovery-code.ts';

/** Whether this device has been signed by its owner: only then do contacts give it keys. */
export async function isSigned({ crypto, userId, deviceId }: Matrix): Promise<boolean> {
  const status = await crypto.getDeviceVerificationStatus(userId, deviceId);
  return status?.crossSigningVerified ?? false;
}

/** Whether the account has an identity already, made on any device. Asks the server. */
export function hasIdentity({ crypto, userId }: Matrix): Promise<boolean> {
  return crypto.userHasCrossSigningKeys(userId, true);
}

/** Whether everything an identity needs is on the server, so that the recovery code works. */
export async function isRecoverable({ crypto }: Matrix): Promise<boolean> {
  const [ready, backup] = await Promise.all([
    crypto.isSecretStorageReady(),
    crypto.getActiveSessionBackupVersion(),
  ]);
  return ready && backup !== null;
}

function answerWith({ userId }: Matrix, password: string | null): UIAuthCallback<void> {
  return (request) => {
    // The first identity of an account needs no password; replacing one does.
    if (password === null) return request(null);
    return withPassword({ userId, password }, (auth) => request(auth));
  };
}

/**
 * Makes a new identity with a new recovery code and a new key backup. The code's storage comes
 * first, so that the identity is stored under it as it is made.
 */
export async function createIdentity(
  matrix: Matrix,
  newCode: NewRecoveryCode,
  password: string | null,
): Promise<void> {
  const { crypto, secretKeys } = matrix;
  const code = await newCode.prepare();
  await secretKeys.during(async () => {
    await crypto.bootstrapSecretStorage({
      setupNewSecretStorage: true,
      createSecretStorageKey: async () => secretStorageKeyOf(code),
    });
    await crypto.bootstrapCrossSigning({
      setupNewCrossSigning: true,
      authUploadDeviceSigningKeys: answerWith(matrix, password),
    });
    await crypto.resetKeyBackup();
  });
  await newCode.show();
}

/** Stores the identity and the backup key of this device under a new recovery code. */
export async function replaceRecoveryCode(
  matrix: Matrix,
  newCode: NewRecoveryCode,
): Promise<string> {
  const { crypto, secretKeys } = matrix;
  const { privateKeysCachedLocally: held } = await crypto.getCrossSigningStatus();
  if (!held.masterKey || !held.selfSigningKey || !held.userSigningKey) {
    throw new ProblemError('failed', 'This device is still receiving its keys. Try again soon.');
  }
  const hasBackupKey = (await crypto.getSessionBackupPrivateKey()) !== null;
  const code = await newCode.prepare();
  await secretKeys.during(() =>
    crypto.bootstrapSecretStorage({
      setupNewSecretStorage: true,
      setupNewKeyBackup: !hasBackupKey,
      createSecretStorageKey: async () => secretStorageKeyOf(code),
    }),
  );
  await newCode.show();
  return code;
}

/** Proves who is there before something that cannot be taken back. */
export async function checkPassword({ client, userId }: Matrix, password: string): Promise<void> {
  // Deleting no devices changes nothing, but the server asks for the password all the same.
  await withPassword({ userId, password }, (auth) => {
    invariant(auth === null || auth['session'] !== undefined, 'an answer names its question');
    return client.deleteMultipleDevices([], auth ?? undefined);
  });
}
