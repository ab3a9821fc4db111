import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, root } from './paths.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.cache']);

/**
 * Changes when a file in these places is added, removed or edited. Reads names, sizes and times
 * only, so it costs milliseconds.
 *
 * @param {readonly string[]} places
 * @returns {string}
 */
export function fingerprintOf(places) {
  const hash = createHash('sha256');
  for (const path of places.map((place) => inRoot(place)).flatMap(listFiles)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name) && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => join(path, entry.name))
    .toSorted()
    .flatMap(listFiles);
}
