import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import { CryptoEvent, DecryptionFailureCode } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { MatrixEventEvent, type MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Matrix } from '../matrix/matrix.ts';

/** Failures that end when the sender's device becomes known or is signed by its owner. */
const MENDED_BY_DEVICES = new Set<DecryptionFailureCode | null>([
  DecryptionFailureCode.UNKNOWN_SENDER_DEVICE,
  DecryptionFailureCode.UNSIGNED_SENDER_DEVICE,
  DecryptionFailureCode.SENDER_IDENTITY_PREVIOUSLY_VERIFIED,
]);

/**
 * A key may reach the backup some seconds after its message reached this device. Each try looks
 * there again; what has not come after the last one comes with the next start, if at all.
 */
const RETRY_AFTER_MS = [3_000, 6_000, 12_000, 30_000, 60_000, 180_000];

interface Failure {
  tries: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Tries messages again that could not be decrypted. The SDK itself does so only when a key is
 * sent to this device, and gives up on a message whose sender it could not vouch for yet.
 */
export function retryFailedMessages({ client, crypto }: Matrix): () => void {
  // SAFETY: the SDK hands out one object under both names; only its inner one decrypts.
  const backend = crypto as CryptoBackend;
  const failures = new Map<MatrixEvent, Failure>();

  function retry(event: MatrixEvent): void {
    // `decryptEventIfNeeded` passes over an event it has already failed on.
    if (event.isDecryptionFailure()) void event.attemptDecryption(backend, { isRetry: true });
  }

  const onDecrypted = (event: MatrixEvent): void => {
    const failure = failures.get(event) ?? { tries: 0, timer: undefined };
    clearTimeout(failure.timer);
    if (!event.isDecryptionFailure() || event.isRedacted()) {
      failures.delete(event);
      return;
    }
    failures.set(event, failure);
    const afterMs = RETRY_AFTER_MS[failure.tries];
    failure.tries += 1;
    if (afterMs !== undefined) failure.timer = setTimeout(() => retry(event), afterMs);
  };
  const onDevices = (userIds: readonly string[]): void => {
    for (const event of failures.keys()) {
      const isMended = MENDED_BY_DEVICES.has(event.decryptionFailureReason);
      if (isMended && userIds.includes(event.getSender() ?? '')) retry(event);
    }
  };
  const onTrust = (userId: string): void => onDevices([userId]);

  client.on(MatrixEventEvent.Decrypted, onDecrypted);
  client.on(CryptoEvent.DevicesUpdated, onDevices);
  client.on(CryptoEvent.UserTrustStatusChanged, onTrust);
  return () => {
    client.off(MatrixEventEvent.Decrypted, onDecrypted);
    client.off(CryptoEvent.DevicesUpdated, onDevices);
    client.off(CryptoEvent.UserTrustStatusChanged, onTrust);
    for (const { timer } of failures.values()) clearTimeout(timer);
  };
}
