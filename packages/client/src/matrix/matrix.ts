import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { DeviceId, UserId } from '@sotto/protocol';
import type { SecretKeyCache } from '../keys/secret-key-cache.ts';
import type { Tokens } from '../session/tokens.ts';

/** A signed-in device: the SDK's client and what Sotto keeps beside it. */
export interface Matrix {
  readonly client: MatrixClient;
  readonly crypto: CryptoApi;
  readonly tokens: Tokens;
  readonly secretKeys: SecretKeyCache;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  /** Starts to sync; resolves once conversations can be shown, from the store or the server. */
  start(options: { readonly sharePresence: boolean }): Promise<void>;
  /** Stops for good and closes the databases. */
  stop(): Promise<void>;
}
