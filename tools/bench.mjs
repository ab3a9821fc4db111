// `npm run bench`: builds the server and the load driver, then runs the driver with the given words.
import { checkNode } from './lib/check-node.mjs';

checkNode();

const { pathToFileURL } = await import('node:url');
const { build, targets } = await import('./lib/build.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { inRoot } = await import('./lib/paths.mjs');
const { runTool } = await import('./lib/run.mjs');

await runTool(async () => {
  await ensureDependencies();
  await build(targets.server, targets.messenger, targets.bench);
  await import(pathToFileURL(inRoot(targets.bench.output)).href);
});
