import type { BenchOptions } from '../commands/bench-options.ts';
import type { LoadResult } from '../load/run-load.ts';
import { medianOf } from '../measure/samples.ts';
import type { Figures } from '../report/bars.ts';
import { formatTable } from '../report/format-table.ts';
import { floor, sotto } from '../servers/programs.ts';
import { loadHeading, loadRow } from '../report/load-row.ts';
import { measureLoad } from './measure-load.ts';

/** Half of what the server can do: busy, but not queueing. */
const BUSY_SHARE = 0.5;

/**
 * Sotto and the floor in turns, so that a machine that grows slower or faster does so for both; then
 * Sotto at half of its own maximum.
 */
export async function measureSpeed(options: BenchOptions): Promise<Figures> {
  const closed = { ...options, ratePerSecond: null };
  const runs = { sotto: [] as LoadResult[], floor: [] as LoadResult[] };
  const rows: string[][] = [];
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const program of [sotto, floor]) {
      const result = await measureLoad(program, closed);
      runs[program.name].push(result);
      rows.push(loadRow(`${program.name}, round ${round}`, result));
    }
  }
  const best = medianRun(runs.sotto);
  const ratePerSecond = Math.max(1, Math.round(best.perSecond * BUSY_SHARE));
  const open = await measureLoad(sotto, { ...options, ratePerSecond });
  rows.push(loadRow(`sotto, at ${ratePerSecond}/s`, open));
  console.log(formatTable([loadHeading, ...rows]));

  return {
    floorRatio: best.perSecond / medianRun(runs.floor).perSecond,
    cpuMs: medianOf(runs.sotto.map(({ server }) => server?.cpuMsPerMessage ?? Number.NaN)),
    sendP99Ms: open.sendMs.p99,
  };
}

function medianRun(runs: readonly LoadResult[]): LoadResult {
  const median = medianOf(runs.map(({ perSecond }) => perSecond));
  const run = runs.find(({ perSecond }) => perSecond === median);
  if (!run) throw new Error('There was no run.');
  return run;
}
