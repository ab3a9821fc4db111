import type { LoadResult } from '../load/run-load.ts';
import { describeFaults } from '../report/describe-load.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { runDriver } from '../servers/driver.ts';
import { RunError } from '../run-error.ts';
import type { ServerProgram } from '../servers/server-program.ts';
import { withServer, type RunningServer } from '../servers/start-server.ts';

export interface Load {
  readonly pairs: number;
  readonly seconds: number;
  readonly ratePerSecond: number | null;
}

/** One run against a new server on an empty database. */
export async function measureLoad(program: ServerProgram, load: Load): Promise<LoadResult> {
  return withDataDir(async (dataDir) => {
    const rate = load.ratePerSecond === null ? [] : ['--rate', `${load.ratePerSecond}`];
    const how = ['--seconds', `${load.seconds}`, ...rate];
    return withServer(program, { dataDir }, (server) => drive(server, load.pairs, how));
  });
}

/** Sends so many messages, as fast as the server takes them. */
export function fill(server: RunningServer, pairs: number, messages: number): Promise<LoadResult> {
  return drive(server, pairs, ['--messages', `${messages}`]);
}

/** A run in which a message was lost, doubled or out of order measures nothing, so it ends everything. */
async function drive(
  { origin, pid }: RunningServer,
  pairs: number,
  how: readonly string[],
): Promise<LoadResult> {
  const where = ['--origin', origin, '--server-pid', `${pid}`, '--pairs', `${pairs}`];
  const result = await runDriver<LoadResult>(['load', ...where, ...how]);
  const { faults, sent, delivered } = result;
  if (faults.length > 0 || sent !== delivered) {
    throw new RunError(
      `Of ${sent} messages ${delivered} were delivered. Faults: ${describeFaults(faults)}.`,
    );
  }
  return result;
}
