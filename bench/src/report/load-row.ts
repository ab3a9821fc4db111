import type { LoadResult } from '../load/run-load.ts';

export const loadHeading = [
  'run',
  'messages/s',
  'CPU ms each',
  'send p50/p99 ms',
  'deliver p50/p99 ms',
  'RSS MB',
  'driver CPU',
] as const;

/** One run as a row of a table. */
export function loadRow(name: string, run: LoadResult): string[] {
  return [
    name,
    run.perSecond.toFixed(0),
    run.server?.cpuMsPerMessage.toFixed(3) ?? '',
    `${run.sendMs.p50.toFixed(1)} / ${run.sendMs.p99.toFixed(1)}`,
    `${run.deliverMs.p50.toFixed(1)} / ${run.deliverMs.p99.toFixed(1)}`,
    run.server ? (run.server.rssBytes / 1_000_000).toFixed(0) : '',
    `${(run.driverCpuShare * 100).toFixed(0)} %`,
  ];
}
