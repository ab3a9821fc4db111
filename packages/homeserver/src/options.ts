import type { Clock } from '@sotto/kit';
import type { ServerName } from '@sotto/protocol';
import type { Logger } from 'pino';
import type { Random } from './platform.ts';

export interface HomeserverOptions {
  readonly serverName: ServerName;
  /** The address people's clients use, without a trailing slash. */
  readonly publicUrl: string;
  /** A `postgres://` address, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Where the SQLite file and uploaded media live. */
  readonly dataDir: string;
  readonly registration: 'open' | 'token' | 'closed';
  readonly registrationTokens: readonly string[];
  readonly rateLimits: boolean;
  readonly uploadBytesMax: number;
  /** What one person's uploads may add up to. */
  readonly uploadsPerPersonBytesMax: number;
  /** To how many people who have not accepted somebody of good standing may write within a day. */
  readonly firstContactsPerDay: number;
  /** Whom the server protects as minors; nobody if it is left out. */
  readonly minors?: MinorOptions;
  /** How many reports one person may make within a day. */
  readonly reportsPerDay: number;
  /** How many people a community can have. */
  readonly communityPeopleMax: number;
  readonly signingKey: SigningKey;
  readonly trustProxy: boolean | string[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Tests hand in their own. */
  readonly random?: Random;
  /** Checks our own replies against their contracts. For tests. */
  readonly checkReplies?: boolean;
  /** argon2 memory in KiB and passes. The default follows OWASP's advice; tests use less. */
  readonly passwordCost?: { readonly memoryKib: number; readonly passes: number };
}

export interface MinorOptions {
  /**
   * `off`: nobody; `marked`: whom the operator marks; `ask`: those too, and whoever signs up and is one by
   * their month of birth; `all`: everybody the operator has not said to be of age.
   */
  readonly mode: 'off' | 'marked' | 'ask' | 'all';
  /** In years. */
  readonly adultAge: number;
}

/** The server's ed25519 key: every event is signed with it. */
export interface SigningKey {
  /** `ed25519:` and a version of `[a-zA-Z0-9_]`. */
  readonly keyId: string;
  /** The 32 secret bytes. */
  readonly seed: Buffer;
}
