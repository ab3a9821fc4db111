import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './paths.mjs';
import { runNpm, ToolError } from './run.mjs';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage */

/** Installs what the lock file names, when it is not there yet, and builds the database engine. */
export async function ensureDependencies() {
  if (!isInstalled()) {
    console.log('Installing packages …');
    // Building needs the development packages, also where NODE_ENV says production.
    const { code, output } = await runNpm(['ci', '--include=dev'], { quiet: true });
    if (code !== 0)
      throw new ToolError(`The packages could not be installed.\n${errorsOf(output)}`);
  }
  if (canOpenSqlite()) return;

  console.log('Building the database engine; this happens once and can take two minutes …');
  // Install scripts are off (.npmrc); this is the one package that needs its own.
  const args = ['rebuild', 'better-sqlite3', '--ignore-scripts=false'];
  const { code, output } = await runNpm(args, { quiet: true });
  if (code !== 0 || !canOpenSqlite()) {
    throw new ToolError(
      `The database engine could not be built. Where no ready-made one can be fetched, it needs Python 3, make and a C++ compiler (Debian: apt-get install build-essential python3).\n${errorsOf(output)}`,
    );
  }
}

/** Whether node_modules holds what the lock file names. npm keeps its own list of what is there. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  if (installed === null) return false;
  const locked = Object.entries(readPackages('package-lock.json') ?? {});
  return locked.every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    // Packages for other kinds of machine are listed, but not installed.
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(path) {
  if (!existsSync(inRoot(path))) return null;
  return JSON.parse(readFileSync(inRoot(path), 'utf8')).packages;
}

/** Whether the engine is there and fits this Node.js: another version needs another build. */
function canOpenSqlite() {
  const load = createRequire(inRoot('package.json'));
  try {
    const Sqlite = load('better-sqlite3');
    new Sqlite(':memory:').close();
    return true;
  } catch {
    // NOTE: not built, or built for another Node.js; both mean "build it".
    return false;
  }
}

/**
 * What npm says went wrong, without its warnings and its advice.
 *
 * @param {string} output
 */
function errorsOf(output) {
  const lines = output.trim().split('\n');
  const errors = lines.filter(
    (line) => line.startsWith('npm error') || line.startsWith('gyp ERR!'),
  );
  return (errors.length > 0 ? errors : lines).slice(0, 12).join('\n');
}
