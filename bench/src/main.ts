import { benchCommand } from './commands/bench.ts';
import { crashCommand } from './commands/crash.ts';
import { floorCommand } from './commands/floor.ts';
import { loadCommand } from './commands/load.ts';
import { profileCommand } from './commands/profile.ts';
import { shieldCommand } from './commands/shield.ts';
import { RunError } from './run-error.ts';

const commands: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  main: benchCommand,
  crash: crashCommand,
  profile: profileCommand,
  load: loadCommand,
  floor: floorCommand,
  shield: shieldCommand,
};

// Ending by `exit` lets go of servers and folders; ending by the signal would leave them behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

try {
  await run(process.argv.slice(2));
} catch (cause) {
  if (!(cause instanceof RunError || isUnknownOption(cause))) throw cause;
  console.error(cause.message);
  process.exitCode = 1;
}

/** What Node.js throws for words it cannot make sense of says which. */
function isUnknownOption(cause: unknown): cause is Error {
  const { code } = cause as { code?: unknown };
  return cause instanceof Error && String(code).startsWith('ERR_PARSE_ARGS_');
}

/** Options without a command are for the first one. */
async function run(words: readonly string[]): Promise<void> {
  const [first = 'main'] = words;
  if (first.startsWith('--')) return benchCommand(words);
  const command = commands[first];
  if (command) return command(words.slice(1));
  throw new RunError(`There is no "${first}". One of: ${Object.keys(commands).join(', ')}.`);
}
