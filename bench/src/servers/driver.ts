import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { RunError } from '../run-error.ts';
import { BENCH_PROGRAM } from './programs.ts';

/**
 * Runs a command of this program in a process of its own and gives what it printed as JSON. The
 * driver must not share a thread, or a garbage collector, with anything else.
 */
export async function runDriver<Result>(words: readonly string[]): Promise<Result> {
  const child = spawn(process.execPath, [BENCH_PROGRAM, ...words, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await once(child, 'close');
  if (output === '') throw new RunError(`The driver gave up (${words.join(' ')}).`);
  // SAFETY: it is this very program that printed it, with the command named here.
  return JSON.parse(output) as Result;
}
