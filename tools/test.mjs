// `npm test`: everything. `npm run check`: without crashes and browsers. `--only=lint,types`: some.
import { checkNode } from './lib/check-node.mjs';

checkNode();

const { runTool, ToolError } = await import('./lib/run.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { ensureSystemPrograms, findSystemPrograms } = await import('./test/system-packages.mjs');
const { startPostgres } = await import('./test/postgres.mjs');
const { runSteps } = await import('./test/run-steps.mjs');
const { steps } = await import('./test/steps.mjs');

await runTool(async () => {
  const { chosen, isQuick } = chooseSteps(process.argv.slice(2));
  await ensureDependencies();
  const { chromium, postgresBin } = isQuick ? findSystemPrograms() : await ensureSystemPrograms();
  const postgres = postgresBin === null ? null : await startPostgres(postgresBin);
  if (postgres === null) console.log('Without PostgreSQL the service tests run on SQLite alone.');

  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => interruption.abort(new Error(`interrupted by ${signal}`)));
  }
  const env = {
    ...(postgres ? { SOTTO_TEST_POSTGRES_URL: postgres.url } : {}),
    ...(chromium ? { SOTTO_TEST_CHROMIUM: chromium } : {}),
  };
  try {
    const { passed, failed } = await runSteps(chosen, { env, interrupted: interruption.signal });
    // Both engines and a browser belong to the whole run; what could not be tried has not passed.
    const untried = isQuick ? 0 : [chromium, postgresBin].filter((found) => found === null).length;
    console.log(`${passed} passed, ${failed + untried} failed`);
    process.exitCode = failed + untried === 0 ? 0 : 1;
  } finally {
    await postgres?.stop();
  }
});

/** @param {readonly string[]} flags */
function chooseSteps(flags) {
  const isQuick = flags.includes('--quick');
  const only = flags
    .find((flag) => flag.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const unknown = [
    ...flags.filter((flag) => flag !== '--quick' && !flag.startsWith('--only=')),
    ...(only ?? []).filter((name) => !steps.some((step) => step.name === name)),
  ];
  if (unknown.length > 0) {
    const names = steps.map((step) => step.name).join(', ');
    throw new ToolError(
      `"${unknown.join(', ')}" is not understood. --quick, or --only= some of: ${names}.`,
    );
  }
  const chosen = steps.filter((step) => only?.includes(step.name) ?? (step.isQuick || !isQuick));
  return { chosen, isQuick: isQuick || only !== undefined };
}
