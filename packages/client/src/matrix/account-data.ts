import type { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { StoredContent } from './watch-account-data.ts';

/** What Sotto keeps with the account, for all its devices. */
export interface StoredPreferences {
  readonly send_read_receipts?: boolean;
  readonly send_typing?: boolean;
  readonly share_presence?: boolean;
  readonly blur_sensitive_photos?: boolean;
}

declare module 'matrix-js-sdk/lib/@types/event.js' {
  interface AccountDataEvents {
    'app.sotto.preferences': StoredPreferences;
    'app.sotto.contacts': StoredContent;
    'app.sotto.discoverability': StoredContent;
    'app.sotto.message_policy': StoredContent;
    'app.sotto.people_notes': StoredContent;
    'app.sotto.quiet_hours': StoredContent;
    'app.sotto.report_news': StoredContent;
    'app.sotto.report_news_seen': StoredContent;
    'app.sotto.shield': StoredContent;
    'app.sotto.standing': StoredContent;
    'app.sotto.visibility': StoredContent;
  }
}

export const PREFERENCES = 'app.sotto.preferences';

export function readStoredPreferences(client: MatrixClient): StoredPreferences {
  return client.getAccountData(PREFERENCES)?.getContent<StoredPreferences>() ?? {};
}
