import type { LoadResult } from '../load/run-load.ts';
import type { Fault } from '../load/delivery-check.ts';
import { countBy } from './count-by.ts';

/** One run, in a few lines. */
export function describeLoad(result: LoadResult): string {
  const { server, sendMs, deliverMs } = result;
  const lines = [
    `${result.perSecond.toFixed(0)} messages/s; sent ${result.sent}, delivered ${result.delivered}`,
    `send    p50 ${ms(sendMs.p50)}, p99 ${ms(sendMs.p99)}, max ${ms(sendMs.max)}`,
    `deliver p50 ${ms(deliverMs.p50)}, p99 ${ms(deliverMs.p99)}, max ${ms(deliverMs.max)}`,
    `driver  ${(result.driverCpuShare * 100).toFixed(0)} % of one processor`,
  ];
  if (server) {
    const megabytes = server.rssBytes / 1_000_000;
    lines.push(
      `server  ${ms(server.cpuMsPerMessage)} CPU per message, ${megabytes.toFixed(0)} MB resident`,
    );
  }
  if (result.faults.length > 0) lines.push(`WRONG: ${describeFaults(result.faults)}`);
  return lines.join('\n');
}

/** `3 lost, 1 duplicated`. */
export function describeFaults(faults: readonly Fault[]): string {
  return [...countBy(faults, ({ kind }) => kind)]
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
