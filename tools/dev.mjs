// `npm run dev`: the server restarts and the messenger reloads as sources change.
import { spawn } from 'node:child_process';
import { checkNode } from './lib/check-node.mjs';

checkNode();

const { build, targets } = await import('./lib/build.mjs');
const { ensureDependencies } = await import('./lib/dependencies.mjs');
const { inRoot, programs, root } = await import('./lib/paths.mjs');
const { runTool } = await import('./lib/run.mjs');

/** Windows has no process groups to signal. */
const hasGroups = process.platform !== 'win32';

await runTool(async () => {
  await ensureDependencies();
  await build(targets.server, targets.devEnv);
  const children = [
    run([programs.tsc, '-b', 'apps/server', '--watch', '--preserveWatchOutput']),
    run(['--watch', inRoot(targets.server.output), ...process.argv.slice(2)]),
    // Passes on to the server what is not a page or a module.
    run([programs.vite, 'apps/messenger']),
    run([inRoot(targets.devEnv.output)]),
  ];
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      for (const child of children) end(child, signal);
    });
  }
});

/**
 * In a group of its own, because some of these start further programs that must end with them.
 *
 * @param {readonly string[]} args
 */
function run(args) {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', detached: hasGroups });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(hasGroups ? -child.pid : child.pid, signal);
}
