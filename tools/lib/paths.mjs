import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A path inside the repository.
 *
 * @param {readonly string[]} parts
 */
export function inRoot(...parts) {
  return join(root, ...parts);
}

/** The programs that come with the installed packages, to be run by this same Node.js. */
export const programs = {
  tsc: inRoot('node_modules/@typescript/native/bin/tsc'),
  vite: inRoot('node_modules/vite/bin/vite.js'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
  oxlint: inRoot('node_modules/oxlint/bin/oxlint'),
  prettier: inRoot('node_modules/prettier/bin/prettier.cjs'),
  depcruise: inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  knip: inRoot('node_modules/knip/bin/knip.js'),
};
