import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@sotto/kit';
import { readSettings, resolveConfig, type Config } from '../config/index.ts';
import { createLogger } from '../observe/index.ts';
import { canEncryptAt, shutDownOnSignal, startServer, type RunningServer } from '../serve/index.ts';
import type { CommandLine } from './command.ts';
import { describeNewToken } from './describe-new-token.ts';
import type { Terminal } from './terminal.ts';

/** The messenger as `npm start` builds it. */
const WEB_ROOT = fileURLToPath(new URL('../../../messenger/dist', import.meta.url));

/** Starts the server and returns once it can be used. */
export async function serve({ words, env, terminal }: CommandLine): Promise<void> {
  const { given } = readSettings(words, env);
  const config = resolveConfig(given, { inTerminal: terminal.isInteractive });
  const log = createLogger(config.logLevel);
  const webRoot = existsSync(`${WEB_ROOT}/index.html`) ? WEB_ROOT : null;

  const server = await startServer(config, { clock: systemClock, log, webRoot });
  shutDownOnSignal(server, log);
  greet(terminal, config, server);
  if (webRoot === null)
    terminal.say('The messenger is not built; only the API answers. "npm start" builds it.');
}

function greet(terminal: Terminal, config: Config, server: RunningServer): void {
  const { localUrl, publicUrl, newRegistrationToken } = server;
  terminal.say(`Sotto is ready at ${localUrl.origin}`);
  if (publicUrl.origin !== localUrl.origin) terminal.say(`People reach it at ${publicUrl.origin}`);
  for (const line of describeNewToken(newRegistrationToken)) terminal.say(line);
  if (config.registration === 'open' && !config.isLocal) {
    terminal.say(
      'Anyone who reaches this server can create an account (SOTTO_REGISTRATION is open).',
    );
  }
  if (!config.isLocal && !canEncryptAt(publicUrl)) {
    terminal.say(
      'Browsers on other machines keep encryption from pages without https: put an https proxy in front and set SOTTO_PUBLIC_URL.',
    );
  }
}
