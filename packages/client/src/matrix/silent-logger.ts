import { logger, type Logger } from 'matrix-js-sdk/lib/logger.js';

/** The SDK's chatter names people, rooms and events; a console is no place for them. */
export const silentLogger: Logger = {
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  getChild: () => silentLogger,
};

// Parts of the SDK log by themselves instead of to the logger they are given, and some take hold
// of it while they are loaded: this module must come before all others of the SDK.
Object.assign(logger, silentLogger, { log: () => undefined });
