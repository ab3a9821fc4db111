import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LoadResult } from '../load/run-load.ts';
import {
  listFileTimes,
  listSelfTimes,
  type CpuProfile,
  type SelfTime,
} from '../measure/cpu-profile.ts';
import { describeLoad } from '../report/describe-load.ts';
import { formatTable } from '../report/format-table.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { RunError } from '../run-error.ts';
import { runDriver } from '../servers/driver.ts';
import { floor, sotto } from '../servers/programs.ts';
import { withServer } from '../servers/start-server.ts';

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
  await withDataDir(async (dataDir) => {
    const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${dataDir}`];
    const result = await withServer(program, { dataDir, nodeOptions }, ({ origin, pid }) => {
      const where = ['--origin', origin, '--server-pid', `${pid}`];
      const how = ['--pairs', values.pairs, '--seconds', values.seconds];
      return runDriver<LoadResult>(['load', ...where, ...how]);
    });
    console.log(`${describeLoad(result)}\n`);

    const profile = await readProfile(dataDir);
    print('function', listSelfTimes(profile));
    print('file', listFileTimes(profile));
  });
}

async function readProfile(folder: string): Promise<CpuProfile> {
  const name = (await readdir(folder)).find((each) => each.endsWith('.cpuprofile'));
  if (name === undefined) throw new RunError('The server wrote no profile.');
  // SAFETY: V8 wrote the file in the format this type describes.
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
}

function print(title: string, times: readonly SelfTime[]): void {
  const rows = times
    .slice(0, LINES_MAX)
    .map(({ name, ms, share }) => [`${(share * 100).toFixed(1)} %`, `${ms.toFixed(0)} ms`, name]);
  console.log(`${formatTable([['self', 'time', title], ...rows])}\n`);
}
