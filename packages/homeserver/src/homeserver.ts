import type { createHttp } from './http/index.ts';
import type { Accounts } from './modules/accounts/index.ts';
import type { KeyService } from './modules/keys/index.ts';
import type { MinorService } from './modules/minors/index.ts';
import type { Reports } from './modules/reports/index.ts';

/** What the program sees of a whole homeserver. */
export interface Homeserver {
  /** Not yet listening. */
  readonly app: ReturnType<typeof createHttp>;
  /** For the operator's command line. */
  readonly accounts: Pick<Accounts['registration'], 'createUser'> &
    Pick<Accounts['accounts'], 'resetPassword' | 'setBusiness' | 'setModerator'>;
  /** For the operator's command line. */
  readonly minors: Pick<MinorService, 'setAge' | 'refresh'>;
  /** For tests: forgets at once what is forgotten every hour. */
  readonly reports: Pick<Reports['purge'], 'sweep'>;
  /** For the operator, after restoring a backup of the database. */
  readonly keys: Pick<KeyService, 'withdrawOneTimeKeys'>;
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  /** Stops taking requests, answers the waiting ones, closes the database. */
  close(): Promise<void>;
}
