import type { Homeserver } from '@sotto/homeserver';
import { systemClock } from '@sotto/kit';
import { readSettings, resolveConfig } from '../config/index.ts';
import { openDataDir } from '../data-dir/index.ts';
import { createLogger } from '../observe/index.ts';
import { openHomeserver } from '../serve/index.ts';
import type { CommandLine } from './command.ts';
import { describeNewToken } from './describe-new-token.ts';

/** What a command that works on the data, beside a server or without one, has at hand. */
export interface OpenData {
  readonly homeserver: Homeserver;
  readonly serverName: string;
}

/** Opens the data the settings name, does the work, and closes it whatever happens. */
export async function withHomeserver(
  { words, env, terminal }: CommandLine,
  work: (data: OpenData) => Promise<void>,
): Promise<void> {
  const config = resolveConfig(readSettings(words, env).given, { inTerminal: true });
  const dataDir = await openDataDir(config.dataDir);
  const { homeserver, serverName, newRegistrationToken } = await openHomeserver(
    { ...config, dataDir },
    {
      clock: systemClock,
      log: createLogger(config.logLevel),
      publicUrl: config.publicUrl ?? new URL('http://localhost'),
    },
  );
  try {
    for (const line of describeNewToken(newRegistrationToken)) terminal.say(line);
    await work({ homeserver, serverName });
  } finally {
    await homeserver.close();
  }
}
