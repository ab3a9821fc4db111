import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { settings, type Config, type SettingName } from '../config/index.ts';

const SECRET_FIELDS = [
  'password',
  'accessToken',
  'access_token',
  'authorization',
  'seed',
  'signingKey',
];

/** Names whose values never reach the log: the settings marked secret, and what calls carry. */
function secretFields(): readonly string[] {
  const names = Object.keys(settings) as readonly SettingName[];
  return [...names.filter((name) => settings[name].secret), ...SECRET_FIELDS];
}

/**
 * One JSON object a line, on the error output: the standard output is for sentences to a person.
 * Hiding secrets is the second net; the first is that nobody hands them to the log.
 */
export function createLogger(
  level: Config['logLevel'],
  // Written at once: a crash must not take the last lines with it.
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: secretFields().flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '(hidden)',
    },
  };
  return pino(options, destination);
}
