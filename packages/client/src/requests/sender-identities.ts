import { UserId, type OlmMachine } from '@matrix-org/matrix-sdk-crypto-wasm';
import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import type { RustCrypto } from 'matrix-js-sdk/lib/rust-crypto/rust-crypto.js';
import type { Matrix } from '../matrix/matrix.ts';

/**
 * Learns which devices these people have signed. The SDK does so for those one shares an encrypted
 * conversation with; without it, what somebody else writes is not believed and stays closed. Only the
 * server sees it.
 */
export async function fetchIdentities(
  { client, crypto }: Matrix,
  userIds: readonly string[],
): Promise<void> {
  // SAFETY: `initRustCrypto` makes this class, and nothing public asks for people it does not track.
  const machine = (crypto as RustCrypto)['olmMachine'] as OlmMachine;
  const request = machine.queryKeysForUsers(userIds.map((userId) => new UserId(userId)));
  const body: unknown = JSON.parse(request.body);
  const path = '/_matrix/client/v3/keys/query';
  const reply = await client.http.authedRequest<object>(
    Method.Post,
    path,
    undefined,
    // SAFETY: the crypto writes its requests as JSON objects.
    body as object,
    { prefix: '' },
  );
  await machine.markRequestAsSent(request.id ?? '', request.type, JSON.stringify(reply));
}
