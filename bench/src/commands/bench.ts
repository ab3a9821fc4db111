import { availableParallelism } from 'node:os';
import { judge, type Figures } from '../report/bars.ts';
import { formatTable } from '../report/format-table.ts';
import { measureCrowdPart } from '../parts/crowd.ts';
import { measureIdle } from '../parts/idle.ts';
import { measurePolicy } from '../parts/policy.ts';
import { measureScript } from '../parts/script.ts';
import { measureSpeed } from '../parts/speed.ts';
import { measureStorage } from '../parts/storage.ts';
import { parseBenchOptions } from './bench-options.ts';

/** `main`: measures everything, prints it beside what is wanted, and fails when that is not met. */
export async function benchCommand(words: readonly string[]): Promise<void> {
  const options = parseBenchOptions(words);
  const { only } = options;
  console.log(`Node.js ${process.versions.node} on ${availableParallelism()} processors.\n`);

  const figures: Figures = {
    ...(only.has('speed') && (await measureSpeed(options))),
    ...(only.has('policy') && (await measurePolicy(options))),
    ...(only.has('crowd') && (await measureCrowdPart(options))),
    ...(only.has('storage') && (await measureStorage(options))),
    ...(only.has('idle') && (await measureIdle(options))),
    ...(only.has('script') && (await measureScript())),
  };
  const { rows, failed } = judge(figures);
  console.log(`\n${formatTable([['what', 'measured', 'wanted', ''], ...rows])}`);
  if (failed > 0) process.exitCode = 1;
}
