import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { refuse } from '../errors.ts';

/** The person at the other end of the command line. */
export interface Terminal {
  readonly isInteractive: boolean;
  say(line: string): void;
  complain(line: string): void;
  /** Asks without showing what is typed; without a keyboard, takes the first line of the input. */
  readPassword(): Promise<string>;
}

export const systemTerminal: Terminal = {
  isInteractive: process.stderr.isTTY,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  readPassword: async () => {
    if (!process.stdin.isTTY) return readFirstLine();
    const password = await askSilently('New password: ');
    if (password !== (await askSilently('The same again: '))) {
      throw refuse('password_unreadable', 'The two passwords differ. Nothing was changed.');
    }
    return password;
  },
};

async function readFirstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  throw refuse('password_unreadable', 'No password came in. Type it, or pipe it in as one line.');
}

async function askSilently(question: string): Promise<string> {
  process.stderr.write(question);
  // Readline echoes into its output: into this one, nothing shows.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const keyboard = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await keyboard.question('');
  } finally {
    keyboard.close();
    process.stderr.write('\n');
  }
}
