import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const root = join(import.meta.dirname, '../..');

const NOT_OURS = new Set([
  'node_modules',
  'dist',
  'data',
  '.git',
  '.cache',
  'coverage',
  'screenshots',
]);
const MADE = /^(?:docs\/generated|tools\/fixtures)\/|\.tsbuildinfo$|^package-lock\.json$|^LICENSE$/;

/** Every file a person wrote, by its path from the root. */
export function listFiles(folder = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    const fromRoot = relative(root, path).split(sep).join('/');
    return entry.isFile() && !MADE.test(fromRoot) ? [fromRoot] : [];
  });
}
