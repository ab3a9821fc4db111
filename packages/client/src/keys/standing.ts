import { CryptoEvent } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Matrix } from '../matrix/matrix.ts';
import { isSigned } from './identity.ts';

/** Whether this device has its owner's signature, followed over time. */
export interface Standing {
  /** Looks now, and tells if it changed. */
  look(): Promise<void>;
  stop(): void;
}

/** Calls `listener` whenever this device gains or loses its owner's signature. */
export function watchStanding(
  matrix: Matrix,
  wasSigned: boolean,
  listener: (signed: boolean) => void,
): Standing {
  const { client, userId } = matrix;
  let known = wasSigned;
  let stopped = false;

  async function look(): Promise<void> {
    const signed = await isSigned(matrix);
    if (stopped || signed === known) return;
    known = signed;
    listener(signed);
  }
  // NOTE: a look that fails was at a machine being closed.
  const lookSoon = (): void => void look().catch(() => undefined);
  const onPerson = (changed: string): void => {
    if (changed === userId) lookSoon();
  };
  const onPeople = (changed: string[]): void => {
    if (changed.includes(userId)) lookSoon();
  };

  client.on(CryptoEvent.KeysChanged, lookSoon);
  client.on(CryptoEvent.UserTrustStatusChanged, onPerson);
  client.on(CryptoEvent.DevicesUpdated, onPeople);
  return {
    look,
    stop() {
      stopped = true;
      client.off(CryptoEvent.KeysChanged, lookSoon);
      client.off(CryptoEvent.UserTrustStatusChanged, onPerson);
      client.off(CryptoEvent.DevicesUpdated, onPeople);
    },
  };
}
