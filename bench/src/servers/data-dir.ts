import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lends a new folder, and removes it with everything in it, also when the program is interrupted. */
export async function withDataDir<Value>(
  work: (dataDir: string) => Promise<Value>,
): Promise<Value> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sotto-bench-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    return await work(dataDir);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
