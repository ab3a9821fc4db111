import type { BenchOptions } from '../commands/bench-options.ts';
import { measureIdleSyncBytes } from '../measure/idle-syncs.ts';
import type { Figures } from '../report/bars.ts';
import { withDataDir } from '../servers/data-dir.ts';
import { sotto } from '../servers/programs.ts';
import { withServer } from '../servers/start-server.ts';

/** What a person costs who is there, but to whom nobody writes. */
export async function measureIdle({ idleSyncs }: BenchOptions): Promise<Figures> {
  const bytes = await withDataDir((dataDir) =>
    measureIdleSyncBytes((work) => withServer(sotto, { dataDir }, work), idleSyncs),
  );
  return { kilobytesPerIdleSync: bytes / 1000 };
}
