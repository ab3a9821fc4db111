import { ToolError } from '../lib/run.mjs';

/**
 * Runs every step, also after one failed: a person wants to see all that is wrong at once.
 *
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {{ env: NodeJS.ProcessEnv, interrupted: AbortSignal, say?: (text: string) => void }} surroundings
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
export async function runSteps(steps, { env, interrupted, say = console.log }) {
  /** @type {string[]} */
  const table = [];
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    say(`\n— ${step.name}`);
    const startedMs = performance.now();
    const signal = AbortSignal.any([interrupted, AbortSignal.timeout(step.minutesMax * 60_000)]);
    const outcome = await runStep(step, { env, signal });
    if (signal.aborted) {
      outcome.failed += 1;
      say(`${step.name} was ended: ${String(signal.reason.message)}`);
    }
    passed += outcome.passed;
    failed += outcome.failed;
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    const verdict = outcome.failed === 0 ? 'ok' : `${outcome.failed} failed`;
    table.push(
      `${step.name.padEnd(20)} ${seconds.padStart(6)} s  ${outcome.passed} passed, ${verdict}`,
    );
    say(`${verdict}, ${seconds} s`);
    if (interrupted.aborted) break;
  }
  say(`\n${table.join('\n')}\n`);
  return { passed, failed };
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {import('./steps.mjs').Surroundings} surroundings
 */
async function runStep(step, surroundings) {
  try {
    return await step.run(surroundings);
  } catch (cause) {
    if (!(cause instanceof ToolError)) throw cause;
    console.log(cause.message);
    return { passed: 0, failed: 1 };
  }
}
