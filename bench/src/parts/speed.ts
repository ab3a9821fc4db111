import type { BenchOptions } from '../commands/bench-options.ts';
import type { LoadResult } from '../load/run-load.ts';
import { medianOf } from '../measure/samples.ts';
import type { Figures } from '../report/bars.ts';
import { formatTable } from '../report/format-table.ts';
import { floor, sotto } from '../servers/programs.ts';
import { loadHeading, loadRow } from '../report/load-row.ts';
import { measureLoad, type Load } from './measure-load.ts';

/** Half of what the server can do: busy, but not queueing. */
const BUSY_SHARE = 0.5;

/**
 * Sotto and the floor in turns, so that a machine that grows slower or faster does so for both: first as
 * fast as they go, then both at half of Sotto's maximum.
 */
export async function measureSpeed(options: BenchOptions): Promise<Figures> {
  const closed = await inTurns({ ...options, ratePerSecond: null }, options.rounds);
  const best = medianRun(closed.sotto);
  const ratePerSecond = Math.max(1, Math.round(best.perSecond * BUSY_SHARE));
  const open = await inTurns({ ...options, ratePerSecond }, options.rounds);
  console.log(formatTable([loadHeading, ...closed.rows, ...open.rows]));

  return {
    floorRatio: best.perSecond / medianRun(closed.floor).perSecond,
    cpuMs: medianOf(closed.sotto.map(({ server }) => server?.cpuMsPerMessage ?? Number.NaN)),
    // A disk that stalls for a moment spoils one round, of the floor as of Sotto.
    sendP99Ms: medianOf(open.sotto.map(({ sendMs }) => sendMs.p99)),
  };
}

async function inTurns(load: Load, rounds: number) {
  const runs = { sotto: [] as LoadResult[], floor: [] as LoadResult[], rows: [] as string[][] };
  const how = load.ratePerSecond === null ? 'closed' : `at ${load.ratePerSecond}/s`;
  for (let round = 1; round <= rounds; round += 1) {
    for (const program of [sotto, floor]) {
      const result = await measureLoad(program, load);
      runs[program.name].push(result);
      runs.rows.push(loadRow(`${program.name}, ${how}, round ${round}`, result));
    }
  }
  return runs;
}

function medianRun(runs: readonly LoadResult[]): LoadResult {
  const median = medianOf(runs.map(({ perSecond }) => perSecond));
  const run = runs.find(({ perSecond }) => perSecond === median);
  if (!run) throw new Error('There was no run.');
  return run;
}
