import { describeConfig, readSettings, resolveConfig } from '../config/index.ts';
import type { CommandLine } from './command.ts';
import { withHomeserver } from './with-homeserver.ts';

/** Shows the settings in force, then tries them: folder, name, keys and database. */
export async function checkConfig(line: CommandLine): Promise<void> {
  const { terminal, words, env } = line;
  const { given, sources } = readSettings(words, env);
  const config = resolveConfig(given, { inTerminal: terminal.isInteractive });
  for (const text of describeConfig(config, sources)) terminal.say(text);

  await withHomeserver(line, async ({ serverName }) => {
    terminal.say(`All is well. This server is ${serverName}.`);
  });
}
