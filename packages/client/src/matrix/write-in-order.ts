/** What of the SDK's store for synced data writes to the disk. */
export interface SyncBackend {
  persistAccountData(events: unknown): Promise<unknown>;
  persistSyncData(nextBatch: unknown, rooms: unknown): Promise<unknown>;
}

/**
 * Lets the place in the sync be written only after the account data that came up to it. The SDK writes both
 * at the same moment, each in a transaction of its own: a page that closes between them would go on from a
 * place it never reached, and not know a block list or a note until it changes again.
 */
export function writeInOrder(backend: SyncBackend): void {
  const persistAccountData = backend.persistAccountData.bind(backend);
  const persistSyncData = backend.persistSyncData.bind(backend);
  let accountData: Promise<unknown> = Promise.resolve();
  backend.persistAccountData = (events) => {
    accountData = persistAccountData(events);
    return accountData;
  };
  backend.persistSyncData = async (nextBatch, rooms) => {
    await accountData;
    return persistSyncData(nextBatch, rooms);
  };
}
