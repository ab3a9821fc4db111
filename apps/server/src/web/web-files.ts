import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** How long a browser may keep a file without asking again. */
export type Freshness = 'immutable' | 'ask';

/** Vite writes a hash of the content into the names in this folder. */
const HASHED_NAME = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const COMPRESSED_SIBLING = /\.(?:br|gz)$/;

/**
 * Every file of the built messenger by its path in the address. Looking paths up here, rather than
 * on the disk, leaves nothing for `..` and its relatives to reach.
 */
export async function listWebFiles(root: string): Promise<ReadonlyMap<string, Freshness>> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  const files = new Map<string, Freshness>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.') || COMPRESSED_SIBLING.test(entry.name))
      continue;
    const path = `/${relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')}`;
    files.set(path, HASHED_NAME.test(path) ? 'immutable' : 'ask');
  }
  return files;
}
