import type { GivenSettings } from './settings.ts';

/** The settings in force: every default decided, every value checked against the others. */
export interface Config extends Omit<GivenSettings, 'serverName' | 'registration' | 'logLevel'> {
  /** Null until the data folder has been asked: it remembers the name of the first start. */
  readonly serverName: GivenSettings['serverName'];
  /** What the name becomes at a first start, or null when it must be given. */
  readonly firstServerName: string | null;
  readonly registration: NonNullable<GivenSettings['registration']>;
  readonly logLevel: NonNullable<GivenSettings['logLevel']>;
  /** Nobody but this machine can connect. */
  readonly isLocal: boolean;
}
