import { parseArgs } from 'node:util';
import { runCrashTest } from '../crash/crash-test.ts';
import { Tally } from '../crash/promises.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { numberOf } from './numbers.ts';

/** `crash --rounds 50`: kills the server under load, again and again. Its last line counts the checks. */
export async function crashCommand(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rounds: { type: 'string', default: '50' },
      pairs: { type: 'string', default: '10' },
    },
  });
  const rounds = numberOf('rounds', values.rounds);
  const pairs = numberOf('pairs', values.pairs);
  const tally = new Tally();
  try {
    await withDataDir((dataDir) => runCrashTest({ rounds, pairs, dataDir }, tally));
  } catch (cause) {
    // NOTE: whoever reads the last line must learn of it too.
    console.error(cause);
    tally.count('the server comes back and answers', false);
  }
  console.log(tally.describe());
  if (tally.failed > 0) process.exitCode = 1;
}
