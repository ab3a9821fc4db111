import { createHomeserver, type Homeserver, type HomeserverOptions } from '@sotto/homeserver';
import type { Clock } from '@sotto/kit';
import type { Logger } from 'pino';
import type { Config } from '../config/index.ts';
import { settleServerName } from '../data-dir/index.ts';
import { refuse } from '../errors.ts';
import { settleRegistrationTokens, settleSigningKey } from '../secrets/index.ts';

export interface OpenedHomeserver {
  readonly homeserver: Homeserver;
  readonly serverName: string;
  /** Made just now, to be shown once; null otherwise. */
  readonly newRegistrationToken: string | null;
}

/** Opens the homeserver of a data folder with the name and secrets kept there. */
export async function openHomeserver(
  config: Config,
  surroundings: { readonly clock: Clock; readonly log: Logger; readonly publicUrl: URL },
): Promise<OpenedHomeserver> {
  const { clock, log, publicUrl } = surroundings;
  const { dataDir, databaseUrl, registration, uploadBytesMax, uploadsPerPersonBytesMax } = config;
  const serverName = await settleServerName(dataDir, config);
  const signingKey = await settleSigningKey(dataDir);
  const { tokens, newToken } = await settleRegistrationTokens(dataDir, config);

  const homeserver = await openOrExplain({
    serverName,
    publicUrl: publicUrl.origin,
    databaseUrl,
    dataDir,
    registration,
    registrationTokens: tokens,
    rateLimits: config.rateLimits === 'on',
    uploadBytesMax,
    uploadsPerPersonBytesMax,
    firstContactsPerDay: config.firstContactsPerDay,
    minors: { mode: config.minors, adultAge: config.adultAge },
    reportsPerDay: config.reportsPerDay,
    communityPeopleMax: config.communityPeopleMax,
    signingKey,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    clock,
    log,
  });
  return { homeserver, serverName, newRegistrationToken: newToken };
}

/** Codes of the system, of PostgreSQL and of SQLite: trouble outside, which an operator can mend. */
const OUTSIDE_CODE = /^(?:E[A-Z]+|[0-9A-Z]{5}|SQLITE_\w+)$/;

async function openOrExplain(options: HomeserverOptions): Promise<Homeserver> {
  try {
    return await createHomeserver(options);
  } catch (cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code !== 'string' || !OUTSIDE_CODE.test(code)) throw cause;
    const place = options.databaseUrl === null ? 'SOTTO_DATA_DIR' : 'SOTTO_DATABASE_URL';
    throw refuse(
      'database_unusable',
      `The database cannot be used (${code}). Check ${place} and that the database runs and lets this server in.`,
    );
  }
}
