// `npm start`: installs and builds what is missing, then runs the server in this process.
import { checkNode } from './lib/check-node.mjs';

checkNode();

const { pathToFileURL } = await import('node:url');
const { build, targets } = await import('./lib/build.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { endWithParent } = await import('./lib/end-with-parent.mjs');
const { inRoot } = await import('./lib/paths.mjs');
const { runTool } = await import('./lib/run.mjs');

await runTool(async () => {
  await ensureDependencies();
  await build(targets.server, targets.messenger);
  // A person who runs this script without npm may well want it to outlive their shell.
  if (process.env['npm_lifecycle_event'] !== undefined) endWithParent();
  await import(pathToFileURL(inRoot(targets.server.output)).href);
});
