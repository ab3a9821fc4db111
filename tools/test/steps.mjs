import { build, targets } from '../lib/build.mjs';
import { programs, inRoot } from '../lib/paths.mjs';
import { runNode } from '../lib/run.mjs';
import { outcomeOfCheck, outcomeOfSummary, outcomeOfVitest } from './outcome.mjs';

/**
 * What a step may use.
 *
 * @typedef {object} Surroundings
 * @property {NodeJS.ProcessEnv} env Where the tests find PostgreSQL and Chromium.
 * @property {AbortSignal} signal
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} isQuick Part of `npm run check`.
 * @property {number} minutesMax A step that hangs is ended, and fails.
 * @property {(surroundings: Surroundings) => Promise<import('./outcome.mjs').Outcome>} run
 */

/** Everything `npm test` does, in order: what fails fastest comes first. @type {readonly Step[]} */
export const steps = [
  check('types', programs.tsc, ['-b', '.', 'tools', 'packages/client/tests']),
  check('lint', programs.oxlint, ['--deny-warnings', '.']),
  check('format', programs.prettier, ['--check', '--log-level=warn', '.']),
  check('layers', programs.depcruise, [
    '--config=.dependency-cruiser.cjs',
    '--output-type=err',
    'packages',
    'apps',
    'bench',
    'e2e',
  ]),
  check('dead-code', programs.knip, ['--no-progress']),
  check('generated', inRoot('tools/gen.mjs'), ['--check']),
  {
    name: 'units',
    isQuick: true,
    minutesMax: 15,
    async run({ env, signal }) {
      const report = inRoot('.cache/vitest-report.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { code } = await runNode(programs.vitest, ['run', ...reporters], { env, signal });
      return outcomeOfVitest(report, code);
    },
  },
  {
    name: 'build',
    isQuick: false,
    minutesMax: 6,
    async run() {
      await build(targets.server, targets.messenger, targets.bench, targets.e2e);
      return outcomeOfCheck(0);
    },
  },
  counted('crashes', 'bench/dist/main.js', ['crash', '--rounds', '5']),
  counted('journeys', 'e2e/dist/main.js', []),
];

/**
 * A program that says nothing when all is well; its output is shown only when it is not.
 *
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Step}
 */
function check(name, program, args) {
  return {
    name,
    isQuick: true,
    minutesMax: 6,
    async run({ signal }) {
      const { code, output } = await runNode(program, args, { quiet: true, signal });
      if (code !== 0) console.log(output.trim());
      return outcomeOfCheck(code);
    },
  };
}

/**
 * A program of our own that ends with "N passed, N failed".
 *
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Step}
 */
function counted(name, script, args) {
  return {
    name,
    isQuick: false,
    minutesMax: 20,
    async run({ env, signal }) {
      return outcomeOfSummary(await runNode(inRoot(script), args, { env, signal }));
    },
  };
}
