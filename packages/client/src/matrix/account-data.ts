import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';

/** What Sotto keeps with the account, for all its devices. */
export interface StoredPreferences {
  readonly send_read_receipts?: boolean;
  readonly send_typing?: boolean;
  readonly share_presence?: boolean;
}

declare module 'matrix-js-sdk/lib/@types/event.js' {
  interface AccountDataEvents {
    'app.sotto.preferences': StoredPreferences;
  }
}

export const PREFERENCES = 'app.sotto.preferences';

export function readStoredPreferences(client: MatrixClient): StoredPreferences {
  return client.getAccountData(PREFERENCES)?.getContent<StoredPreferences>() ?? {};
}
