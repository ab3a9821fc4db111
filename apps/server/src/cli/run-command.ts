import { Refusal } from '@sotto/kit';
import { findClosestName } from '../config/index.ts';
import { refuse } from '../errors.ts';
import {
  createUser,
  endModerator,
  makeModerator,
  resetPassword,
  setAge,
  setBusiness,
} from './accounts.ts';
import { checkConfig } from './check-config.ts';
import type { Command, CommandLine } from './command.ts';
import { renderHelp } from './help.ts';
import { serve } from './serve.ts';

const commands: Readonly<Record<string, Command>> = {
  serve,
  'create-user': createUser,
  'reset-password': resetPassword,
  'set-age': setAge,
  'set-business': setBusiness,
  'make-moderator': makeModerator,
  'end-moderator': endModerator,
  'check-config': checkConfig,
};

/** Runs the command the words name (`serve` unless one is named) and gives the exit code. */
export async function runCommand(line: CommandLine): Promise<number> {
  const { terminal, words } = line;
  if (words.includes('--help') || words.includes('-h')) {
    terminal.say(renderHelp());
    return 0;
  }
  try {
    await findCommand(words[0])({ ...line, words: isName(words[0]) ? words.slice(1) : words });
    return 0;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    terminal.complain(cause.message);
    return 1;
  }
}

function isName(word: string | undefined): word is string {
  return word !== undefined && !word.startsWith('-');
}

function findCommand(word: string | undefined): Command {
  if (!isName(word)) return serve;
  const names = Object.keys(commands);
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (command !== undefined) return command;
  const closest = findClosestName(word, names);
  const hint = closest === null ? `There is: ${names.join(', ')}.` : `Did you mean ${closest}?`;
  throw refuse('command_unknown', `There is no command "${word}". ${hint}`);
}
