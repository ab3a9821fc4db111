import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lib/run.mjs';

/**
 * What the tests need beside Node.js.
 *
 * @typedef {{ chromium: string | null, postgresBin: string | null }} SystemPrograms
 */

/**
 * Finds Chromium and PostgreSQL; installs what is missing where that is allowed.
 *
 * @returns {Promise<SystemPrograms>}
 */
export async function ensureSystemPrograms() {
  const found = findSystemPrograms();
  const missing = [
    ...(found.chromium === null ? ['chromium'] : []),
    ...(found.postgresBin === null ? ['postgresql'] : []),
  ];
  if (missing.length === 0) return found;
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === null) {
    console.log(
      `The tests also need ${missing.join(' and ')}, and this user may not install programs. On Debian: sudo apt-get install ${missing.join(' ')}`,
    );
    return found;
  }
  console.log(`Installing ${missing.join(' and ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update'], { quiet: true, env });
  const args = ['install', '--yes', '--no-install-recommends', ...missing];
  const install = await run('apt-get', args, { quiet: true, env });
  if (update.code !== 0 || install.code !== 0) {
    console.log(`${missing.join(' and ')} could not be installed.\n${install.output.slice(-2000)}`);
  }
  return findSystemPrograms();
}

/** @returns {SystemPrograms} */
export function findSystemPrograms() {
  return { chromium: findChromium(), postgresBin: findPostgresBin() };
}

function findChromium() {
  const chosen = process.env['SOTTO_TEST_CHROMIUM'];
  if (chosen) return chosen;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return names.map(findOnPath).find((path) => path !== null) ?? (existsSync(onMac) ? onMac : null);
}

/** Debian keeps the server's programs off the path, in a folder per version. */
function findPostgresBin() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base)
    ? readdirSync(base)
        .map(Number)
        .toSorted((a, b) => b - a)
    : [];
  const folders = versions.map((version) => join(base, String(version), 'bin'));
  const onPath = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, ...onPath].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function findOnPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
