import { join } from 'node:path';
import type { BenchOptions } from '../commands/bench-options.ts';
import { measureDatabaseBytes } from '../measure/database-size.ts';
import { medianOf } from '../measure/samples.ts';
import type { Figures } from '../report/bars.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { sotto } from '../servers/programs.ts';
import { withServer } from '../servers/start-server.ts';
import { fill } from './measure-load.ts';

const STARTS = 3;

/** Fills a database through the API, then weighs it and starts on it. */
export async function measureStorage({ pairs, messages }: BenchOptions): Promise<Figures> {
  return withDataDir(async (dataDir) => {
    const { delivered } = await withServer(sotto, { dataDir }, (server) =>
      fill(server, pairs, messages),
    );
    const bytes = await measureDatabaseBytes(join(dataDir, sotto.databaseFile));

    const startsMs: number[] = [];
    for (let count = 0; count < STARTS; count += 1) {
      startsMs.push(await withServer(sotto, { dataDir }, async ({ startMs }) => startMs));
    }
    console.log(`\nA database of ${delivered} messages is ${(bytes / 1_000_000).toFixed(1)} MB.`);
    return {
      kilobytesPerEvent: bytes / delivered / 1000,
      startSeconds: medianOf(startsMs) / 1000,
    };
  });
}
