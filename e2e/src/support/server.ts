import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../apps/server/dist/main.js', import.meta.url));
const START_MS_MAX = 20_000;
const STOP_MS_MAX = 10_000;

/** The real program on its own port and data directory, started and stopped like an operator would. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly logFile: string;
  start(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
  /** What the operator does on the command line, beside the running server. */
  runCommand(...words: readonly string[]): Promise<void>;
}

/** `settings` are variables such as `SOTTO_MINORS`. */
export async function createServerUnderTest(
  dir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = join(dir, 'data');
  const logFile = join(dir, 'server.log');
  let running: ChildProcess | null = null;

  return {
    url,
    dataDir,
    logFile,
    async start() {
      const args = [PROGRAM, '--port', String(port), '--data-dir', dataDir];
      const env = {
        ...process.env,
        SOTTO_LOG_LEVEL: 'debug',
        SOTTO_RATE_LIMITS: 'off',
        ...settings,
      };
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      running = child;
      const log = createWriteStream(logFile, { flags: 'a' });
      child.stdout.pipe(log, { end: false });
      child.stderr.pipe(log, { end: false });
      await untilReady(`${url}/_sotto/ready`, child);
    },
    async runCommand(...words) {
      const args = [PROGRAM, ...words, '--data-dir', dataDir];
      const command = spawn(process.execPath, args, { stdio: 'ignore' });
      const [code] = await once(command, 'exit');
      if (code !== 0) throw new Error(`${words.join(' ')} ended with ${String(code)}.`);
    },
    async stop() {
      const child = running;
      running = null;
      if (!child || child.exitCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
      const [code] = await exited;
      clearTimeout(late);
      if (code !== 0) throw new Error(`The server did not stop by itself (exit ${String(code)}).`);
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + START_MS_MAX;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('The server was not ready in time.');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
