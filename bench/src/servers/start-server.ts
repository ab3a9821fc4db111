import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunError } from '../run-error.ts';
import { findFreePort } from './free-port.ts';
import type { ServerProgram } from './server-program.ts';

export interface RunningServer {
  readonly origin: string;
  readonly pid: number;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
  /** Ends it between two instructions. */
  kill(): Promise<void>;
}

export interface StartOptions {
  /** Kept by the caller, so that a server can be started again on what it wrote. */
  readonly dataDir: string;
  /** Any free one, unless it must be the same as before. */
  readonly port?: number;
  /** Options of Node.js itself. */
  readonly nodeOptions?: readonly string[];
}

const READY_MS_MAX = 60_000;
const ASK_EVERY_MS = 5;

/** Starts a server, and ends it when the work is done or has failed. */
export async function withServer<Value>(
  program: ServerProgram,
  options: StartOptions,
  work: (server: RunningServer) => Promise<Value>,
): Promise<Value> {
  const server = await startServer(program, options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

/** Starts a server in its own process and returns once it answers. */
export async function startServer(
  program: ServerProgram,
  { dataDir, port, nodeOptions = [] }: StartOptions,
): Promise<RunningServer> {
  const place = { port: port ?? (await findFreePort()), dataDir };
  // A file, as under a supervisor: what the server logs is then not this process's work.
  const logPath = join(dataDir, 'server.log');
  const log = openSync(logPath, 'a');
  const startedAtMs = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, ...program.args(place)], {
    cwd: dataDir,
    env: { ...withoutSettings(process.env), ...program.env(place) },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = endWithUs(child);
  const origin = `http://127.0.0.1:${place.port}`;
  if (!(await answers(origin, child))) {
    child.kill('SIGKILL');
    const lastWords = readFileSync(logPath, 'utf8').slice(-2000);
    throw new RunError(`The ${program.name} server did not start. Its last words:\n${lastWords}`);
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return {
    origin,
    pid: pidOf(child),
    startMs: performance.now() - startedAtMs,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function answers(origin: string, child: ChildProcess): Promise<boolean> {
  const endMs = performance.now() + READY_MS_MAX;
  while (child.exitCode === null && performance.now() < endMs) {
    // NOTE: until it listens, connections are refused; that is what is waited for.
    const reply = await fetch(`${origin}/_matrix/client/versions`).catch(() => null);
    if (reply?.ok) return true;
    await sleep(ASK_EVERY_MS);
  }
  return false;
}

/** Resolves when the process has ended; sees to it that it does not outlive this one. */
async function endWithUs(child: ChildProcess): Promise<void> {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  await once(child, 'exit');
  process.off('exit', kill);
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The process has no number.');
  return child.pid;
}

/** The settings of whoever runs the benchmark are not the server's. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('SOTTO_')));
}
