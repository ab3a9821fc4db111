import type { BenchOptions } from '../commands/bench-options.ts';
import { measureCrowd } from '../measure/crowd.ts';
import { openDisk } from '../measure/disk.ts';
import type { Spread } from '../measure/samples.ts';
import type { Figures } from '../report/bars.ts';
import { formatTable } from '../report/format-table.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { sotto } from '../servers/programs.ts';
import { withServer } from '../servers/start-server.ts';

/** A group of many, all of them there. */
export async function measureCrowdPart({ members }: BenchOptions): Promise<Figures> {
  const { joinMs, sendMs, deliverMs, diskMs } = await withDataDir(async (dataDir) => {
    const disk = await openDisk(dataDir);
    try {
      return await withServer(sotto, { dataDir }, ({ origin }) =>
        measureCrowd(origin, { count: members, disk }),
      );
    } finally {
      await disk.close();
    }
  });
  const row = (name: string, { count, p50, p99, max }: Spread) => [
    name,
    `${count}`,
    ...[p50, p99, max].map((ms) => ms.toFixed(1)),
  ];
  const head = [`${members} members`, 'samples', 'p50 ms', 'p99 ms', 'max ms'];
  const rows = [
    row('join', joinMs),
    row('send', sendMs),
    row('deliver', deliverMs),
    row('disk alone', diskMs),
  ];
  console.log(`\n${formatTable([head, ...rows])}`);
  return {
    crowdJoinMs: joinMs.p99,
    crowdSendP99Ms: sendMs.p99,
    crowdDeliverP99Ms: deliverMs.p99,
  };
}
