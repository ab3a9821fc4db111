import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** An expected failure: its message is all a person needs to see. */
export class ToolError extends Error {}

/**
 * @typedef {object} RunOptions
 * @property {boolean} [quiet] Collects the output instead of showing it.
 * @property {NodeJS.ProcessEnv} [env] Added to this process's own.
 * @property {AbortSignal | undefined} [signal] Ends the program early.
 * @property {number} [uid]
 * @property {number} [gid]
 */

/**
 * Runs a program in the repository's folder to its end and gives its exit code and output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { quiet = false, env = {}, signal, uid, gid } = options;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  let output = '';
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (!quiet) to.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      if (cause.name === 'AbortError') return;
      reject(cause);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a script with this same Node.js.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/**
 * Runs npm: the one that runs us, if any, else the one on the path.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNpm(args, options) {
  const own = process.env['npm_execpath'];
  if (own?.endsWith('.js')) return runNode(own, args, options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/**
 * Runs a tool's main function: an expected failure ends it with a sentence, not a stack.
 *
 * @param {() => Promise<void>} main
 */
export async function runTool(main) {
  try {
    await main();
  } catch (cause) {
    if (!(cause instanceof ToolError)) throw cause;
    console.error(cause.message);
    process.exitCode = 1;
  }
}
