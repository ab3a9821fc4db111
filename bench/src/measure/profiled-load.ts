import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadResult } from '../load/run-load.ts';
import { RunError } from '../run-error.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { runDriver } from '../servers/driver.ts';
import type { ServerProgram } from '../servers/server-program.ts';
import { withServer } from '../servers/start-server.ts';
import type { CpuProfile } from './cpu-profile.ts';

export interface ProfiledLoad {
  readonly result: LoadResult;
  readonly profile: CpuProfile;
}

/** Runs the closed load against a server that writes down where it spends its time. */
export async function profileLoad(
  program: ServerProgram,
  { pairs, seconds }: { readonly pairs: number; readonly seconds: number },
): Promise<ProfiledLoad> {
  return withDataDir(async (dataDir) => {
    const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${dataDir}`];
    const result = await withServer(program, { dataDir, nodeOptions }, ({ origin, pid }) => {
      const where = ['--origin', origin, '--server-pid', `${pid}`];
      const how = ['--pairs', `${pairs}`, '--seconds', `${seconds}`];
      return runDriver<LoadResult>(['load', ...where, ...how]);
    });
    return { result, profile: await readProfile(dataDir) };
  });
}

async function readProfile(folder: string): Promise<CpuProfile> {
  const name = (await readdir(folder)).find((each) => each.endsWith('.cpuprofile'));
  if (name === undefined) throw new RunError('The server wrote no profile.');
  // SAFETY: V8 wrote the file in the format this type describes.
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as CpuProfile;
}
