import type { Environment } from '../config/index.ts';
import type { Terminal } from './terminal.ts';

/** What a command is given: the words after its name, the variables, and the person to talk to. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly env: Environment;
  readonly terminal: Terminal;
}

/** Carries the command out, or throws a refusal that the person can act on. */
export type Command = (line: CommandLine) => Promise<void>;
