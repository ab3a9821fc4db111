import type { Clock } from '@sotto/kit';
import type { ServerName } from '@sotto/protocol';
import type { Logger } from 'pino';
import type { Database } from './storage/index.ts';

/** What every module stands on. */
export interface Platform {
  readonly db: Database;
  readonly clock: Clock;
  readonly serverName: ServerName;
  /** Never given content, tokens or keys. */
  readonly log: Logger;
  readonly random: Random;
}

/** The only source of randomness, so that tests can make ids readable. */
export interface Random {
  /** Url-safe text with `bytes` bytes of entropy from the system. */
  token(bytes: number): string;
}
