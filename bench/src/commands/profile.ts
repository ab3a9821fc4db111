import { parseArgs } from 'node:util';
import { listFileTimes, listSelfTimes, type SelfTime } from '../measure/cpu-profile.ts';
import { profileLoad } from '../measure/profiled-load.ts';
import { describeLoad } from '../report/describe-load.ts';
import { formatTable } from '../report/format-table.ts';
import { RunError } from '../run-error.ts';
import { floor, sotto } from '../servers/programs.ts';
import { numberOf } from './numbers.ts';

const LINES_MAX = 40;

/** `profile --server sotto`: where the server spends its time under the closed load. */
export async function profileCommand(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      server: { type: 'string', default: 'sotto' },
      pairs: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '15' },
    },
  });
  const program = [sotto, floor].find(({ name }) => name === values.server);
  if (!program) throw new RunError('--server takes sotto or floor.');
  const load = {
    pairs: numberOf('pairs', values.pairs),
    seconds: numberOf('seconds', values.seconds),
  };
  const { result, profile } = await profileLoad(program, load);
  console.log(`${describeLoad(result)}\n`);
  print('function', listSelfTimes(profile));
  print('file', listFileTimes(profile));
}

function print(title: string, times: readonly SelfTime[]): void {
  const rows = times
    .slice(0, LINES_MAX)
    .map(({ name, ms, share }) => [`${(share * 100).toFixed(1)} %`, `${ms.toFixed(0)} ms`, name]);
  console.log(`${formatTable([['self', 'time', title], ...rows])}\n`);
}
