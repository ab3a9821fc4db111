import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compressFolder } from './compress.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { inRoot, programs } from './paths.mjs';
import { runNode, ToolError } from './run.mjs';

/**
 * Something made from sources, made again only when they changed.
 *
 * @typedef {object} Target
 * @property {string} name
 * @property {readonly string[]} sources
 * @property {string} output A file that exists once it is made.
 * @property {() => Promise<void>} make
 */

/** @type {Target} */
const server = {
  name: 'server',
  sources: [
    'package-lock.json',
    'tsconfig.base.json',
    'packages/kit',
    'packages/protocol',
    'packages/homeserver',
    'apps/server',
  ],
  output: 'apps/server/dist/main.js',
  make: () => compile('apps/server'),
};

/** @type {Target} */
const messenger = {
  name: 'messenger',
  sources: [
    'package-lock.json',
    'tsconfig.base.json',
    'packages/kit',
    'packages/protocol',
    'packages/client',
    'packages/shield',
    'packages/ui',
    'apps/messenger',
  ],
  output: 'apps/messenger/dist/index.html',
  async make() {
    await bundle('apps/messenger');
    await compressFolder(inRoot('apps/messenger/dist'));
  },
};

/** @type {Target} */
const bench = {
  name: 'bench',
  sources: [...server.sources, 'packages/shield', 'bench'],
  output: 'bench/dist/main.js',
  make: () => compile('bench'),
};

/** @type {Target} */
const devEnv = {
  name: 'people to try things out with',
  sources: ['tsconfig.base.json', 'packages/dev-env'],
  output: 'packages/dev-env/dist/main.js',
  make: () => compile('packages/dev-env'),
};

/** @type {Target} */
const e2e = {
  name: 'journeys',
  sources: ['tsconfig.base.json', 'packages/kit', 'e2e/src', 'e2e/package.json'],
  output: 'e2e/dist/main.js',
  make: () => compile('e2e'),
};

export const targets = { server, messenger, bench, devEnv, e2e };

/**
 * Makes what is missing or older than its sources.
 *
 * @param {...Target} wanted
 */
export async function build(...wanted) {
  for (const target of wanted) {
    const stampPath = inRoot('.cache/build', target.name);
    const fingerprint = fingerprintOf(target.sources);
    const exists = existsSync(inRoot(target.output));
    if (exists && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint)
      continue;

    console.log(`Building the ${target.name} …`);
    await target.make();
    mkdirSync(inRoot('.cache/build'), { recursive: true });
    writeFileSync(stampPath, fingerprint);
  }
}

/** @param {string} project */
async function compile(project) {
  // Forced: by itself the compiler trusts file times, and a copied or unpacked source can be newer
  // than the last build and yet look older.
  await runOrExplain(programs.tsc, ['-b', '--force', project]);
}

/** @param {string} project */
async function bundle(project) {
  await runOrExplain(programs.vite, ['build', project, '--logLevel', 'warn']);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function runOrExplain(program, args) {
  const { code, output } = await runNode(program, args, { quiet: true });
  if (code !== 0) throw new ToolError(`The build failed.\n${output.trim()}`);
}
