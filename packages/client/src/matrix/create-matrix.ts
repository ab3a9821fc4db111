import {
  ClientEvent,
  MatrixClient,
  PendingEventOrdering,
  type IStartClientOpts,
} from 'matrix-js-sdk/lib/client.js';
import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import { OnlySignedDevicesIsolationMode } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { IndexedDBStore } from 'matrix-js-sdk/lib/store/indexeddb.js';
import { MemoryStore } from 'matrix-js-sdk/lib/store/memory.js';
import { SyncState } from 'matrix-js-sdk/lib/sync.js';
import { invariant } from '@sotto/kit';
import { allowKeyBundles, deferKeyBundles } from '../keys/key-bundles.ts';
import { createSecretKeyCache } from '../keys/secret-key-cache.ts';
import { openSessionsFirst } from '../keys/open-sessions-first.ts';
import type { Platform } from '../platform/platform.ts';
import { frankMessages } from '../account/reports/frank-messages.ts';
import { deriveStoreSecret } from '../platform/store-secret.ts';
import { databaseName, type SessionRecord } from '../session/session-record.ts';
import type { Tokens } from '../session/tokens.ts';
import { keepSync } from './keep-sync.ts';
import type { Matrix } from './matrix.ts';
import { writeInOrder, type SyncBackend } from './write-in-order.ts';
import { silentLogger } from './silent-logger.ts';

/** Messages fetched per conversation before it is opened: a screenful, and the preview. */
const FIRST_MESSAGES = 20;
/** A request without an answer for this long is over. Long polls have their own limit. */
const REQUEST_TIMEOUT_MS = 60_000;

interface Options {
  readonly baseUrl: string;
  readonly record: SessionRecord;
  readonly tokens: Tokens;
  readonly platform: Platform;
}

function openSyncStore({ record, platform }: Options): MemoryStore {
  const { indexedDb: indexedDB } = platform;
  if (!indexedDB) return new MemoryStore();
  const store = new IndexedDBStore({ indexedDB, dbName: databaseName(record) });
  // SAFETY: this is what the store writes with, whose two methods are all that is used of it.
  writeInOrder(store.backend as unknown as SyncBackend);
  return store;
}

/** Resolves at the first complete picture of the account, be it from the store or the server. */
function firstSync(client: MatrixClient): Promise<void> {
  return new Promise((resolve) => {
    const onSync = (state: SyncState): void => {
      if (state !== SyncState.Prepared && state !== SyncState.Syncing) return;
      client.off(ClientEvent.Sync, onSync);
      resolve();
    };
    client.on(ClientEvent.Sync, onSync);
  });
}

/** Opens the stores of a signed-in device. Nothing is sent to the server before `start`. */
export async function createMatrix(options: Options): Promise<Matrix> {
  const { baseUrl, record, tokens, platform } = options;
  const { userId, deviceId } = record;

  const store = openSyncStore(options);
  const secretKeys = createSecretKeyCache();
  const client = new MatrixClient({
    baseUrl,
    userId,
    deviceId,
    store,
    accessToken: record.accessToken,
    fetchFn: tokens.fetch,
    cryptoCallbacks: secretKeys.callbacks,
    localTimeoutMs: REQUEST_TIMEOUT_MS,
    // Keeps what was loaded when a long absence leaves a gap, so that scrolling stays whole.
    timelineSupport: true,
    verificationMethods: ['m.sas.v1'],
    disableVoip: true,
    logger: silentLogger,
  });
  tokens.onRenewed((accessToken) => client.setAccessToken(accessToken));
  await store.startup();
  deferKeyBundles();
  await client.initRustCrypto(
    platform.indexedDb
      ? {
          cryptoDatabasePrefix: databaseName(record),
          storageKey: await deriveStoreSecret(platform.store),
        }
      : { useIndexedDB: false },
  );
  const crypto = client.getCrypto();
  invariant(crypto, 'crypto exists once it is initialised');
  allowKeyBundles(crypto);
  openSessionsFirst(client, crypto);
  // SAFETY: what the SDK encrypts with is the very object it shows of its crypto.
  frankMessages(crypto as CryptoBackend);
  // Keys go only to devices their owner has signed, and only such devices are believed.
  crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  const stopKeeping = keepSync(client, platform.network);

  return {
    client,
    crypto,
    tokens,
    secretKeys,
    userId,
    deviceId,
    async start({ sharePresence }) {
      const ready = firstSync(client);
      const startOptions: IStartClientOpts = {
        initialSyncLimit: FIRST_MESSAGES,
        // Waiting messages are shown by the outbox, after everything confirmed.
        pendingEventOrdering: PendingEventOrdering.Detached,
        lazyLoadMembers: true,
        disablePresence: !sharePresence,
      };
      await client.startClient(startOptions);
      await ready;
    },
    async stop() {
      stopKeeping();
      if (client.isInitialSyncComplete()) await store.save(true);
      client.stopClient();
      if (store instanceof IndexedDBStore) await store.destroy();
    },
  };
}
