// `npm run shield`: how right the scam shield is, on labelled messages; with `-- --mail` on e-mail, too.
import { checkNode } from './lib/check-node.mjs';

checkNode();

const { pathToFileURL } = await import('node:url');
const { build, targets } = await import('./lib/build.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { inRoot } = await import('./lib/paths.mjs');
const { runTool } = await import('./lib/run.mjs');

await runTool(async () => {
  await ensureDependencies();
  await build(targets.bench);
  process.argv.splice(2, 0, 'shield');
  await import(pathToFileURL(inRoot(targets.bench.output)).href);
});
