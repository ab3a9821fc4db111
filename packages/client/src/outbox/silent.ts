import type { CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { SILENT } from '../conversations/quiet/quiet-marks.ts';

/**
 * Puts outside of an encrypted event, where the server reads it, that it is sent without sound. The SDK
 * leaves nothing in the clear but what a message replies to.
 */
export function showSilence(crypto: CryptoApi): void {
  // SAFETY: what the SDK calls to encrypt, which the type of its public side leaves out.
  const inner = crypto as unknown as {
    encryptEvent(event: MatrixEvent, room: Room): Promise<void>;
  };
  const encrypt = inner.encryptEvent.bind(inner);
  inner.encryptEvent = async (event, room) => {
    await encrypt(event, room);
    if (event.getContent()[SILENT] === true) event.getWireContent()[SILENT] = true;
  };
}
