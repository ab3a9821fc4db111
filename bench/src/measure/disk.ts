import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** As much as a small commit appends to a log. */
const PAGE = Buffer.alloc(4096, 1);

/** The disk by itself: what any program that keeps its word waits for. */
export interface Disk {
  /** Milliseconds until a page that was written is safe. */
  timeSync(): Promise<number>;
  close(): Promise<void>;
}

/** Writes to a file of its own beside the database. */
export async function openDisk(dataDir: string): Promise<Disk> {
  const file = await open(join(dataDir, 'disk'), 'w');
  return {
    async timeSync() {
      const startMs = performance.now();
      await file.write(PAGE, 0, PAGE.length, 0);
      await file.datasync();
      return performance.now() - startMs;
    },
    close: () => file.close(),
  };
}
