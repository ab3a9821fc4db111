import { refuse } from '../errors.ts';
import type { Config } from './config.ts';
import { isLoopback } from './is-loopback.ts';
import type { GivenSettings } from './settings.ts';

/** Decides the defaults that depend on other settings and refuses what does not go together. */
export function resolveConfig(given: GivenSettings, surroundings: { inTerminal: boolean }): Config {
  const { host, publicUrl, trustProxy } = given;
  // A proxy on this machine also listens on loopback, but brings in everybody.
  const behindProxy =
    trustProxy.length > 0 || (publicUrl !== null && !isLoopback(publicUrl.hostname));
  const isLocal = isLoopback(host) && !behindProxy;

  if (given.rateLimits === 'off' && !isLocal) {
    throw refuse(
      'config_invalid',
      'SOTTO_RATE_LIMITS may be off only while nobody but this machine can connect. Remove it, or listen on 127.0.0.1 without a public address.',
    );
  }
  return {
    ...given,
    isLocal,
    firstServerName: given.serverName ?? publicUrl?.host ?? (isLocal ? 'localhost' : null),
    registration: given.registration ?? (isLocal ? 'open' : 'token'),
    logLevel: given.logLevel ?? (surroundings.inTerminal ? 'warn' : 'info'),
  };
}
