import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { PREFERENCES, readStoredPreferences } from '../matrix/account-data.ts';
import { createSubject, type Observable } from '../observable.ts';
import { openSlot, type KeyValueStore } from '../platform/key-value-store.ts';
import type { Preferences } from '../types/index.ts';

/** The account's preferences, the same on all its devices. */
export interface AccountPreferences extends Observable<Preferences> {
  change(change: Partial<Preferences>): Promise<void>;
  close(): void;
}

const DEFAULTS: Preferences = {
  sendReadReceipts: true,
  sendTyping: true,
  sharePresence: true,
  blurSensitivePhotos: false,
};

function read(client: MatrixClient): Preferences {
  const stored = readStoredPreferences(client);
  return {
    sendReadReceipts: stored.send_read_receipts ?? DEFAULTS.sendReadReceipts,
    sendTyping: stored.send_typing ?? DEFAULTS.sendTyping,
    sharePresence: stored.share_presence ?? DEFAULTS.sharePresence,
    blurSensitivePhotos: stored.blur_sensitive_photos ?? DEFAULTS.blurSensitivePhotos,
  };
}

export async function openPreferences(
  client: MatrixClient,
  store: KeyValueStore,
): Promise<AccountPreferences> {
  // Known before the first sync, which already says whether one is there.
  const slot = openSlot<Preferences>(store, 'preferences');
  const preferences = createSubject({ ...DEFAULTS, ...(await slot.get()) });

  const onAccountData = (event: MatrixEvent): void => {
    if (event.getType() !== PREFERENCES) return;
    preferences.set(read(client));
    void slot.set(preferences.get());
  };
  client.on(ClientEvent.AccountData, onAccountData);

  return {
    get: () => preferences.get(),
    subscribe: (listener) => preferences.subscribe(listener),
    async change(change) {
      const next = { ...preferences.get(), ...change };
      await client.setAccountData(PREFERENCES, {
        send_read_receipts: next.sendReadReceipts,
        send_typing: next.sendTyping,
        share_presence: next.sharePresence,
        blur_sensitive_photos: next.blurSensitivePhotos,
      });
    },
    close: () => void client.off(ClientEvent.AccountData, onAccountData),
  };
}
