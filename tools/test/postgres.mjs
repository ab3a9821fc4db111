import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, ToolError } from '../lib/run.mjs';

/** @typedef {{ url: string, stop: () => Promise<void> }} Postgres */

const READY = 'database system is ready to accept connections';

/**
 * Starts an empty PostgreSQL server that lives in a temporary folder, on loopback, behind a
 * password nobody else knows.
 *
 * @param {string} bin The folder with `initdb` and `postgres`.
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-pg-'));
  const user = unprivilegedUser();
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  const cluster = join(folder, 'cluster');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  }

  const args = ['-D', cluster, '-U', 'sotto', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  const locale = ['--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = await run(join(bin, 'initdb'), [...args, ...locale], { quiet: true, ...user });
  if (made.code !== 0) throw new ToolError(`PostgreSQL could not be set up.\n${made.output}`);

  const port = await findFreePort();
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, ...settingsOf(port)], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const isUp = await waitFor(server.stderr, READY);
  const stop = async () => {
    if (server.exitCode === null) {
      // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients.
      server.kill('SIGINT');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  if (!isUp) {
    await stop();
    throw new ToolError('PostgreSQL ended before it was ready.');
  }
  return { url: `postgres://sotto:${password}@127.0.0.1:${port}/postgres`, stop };
}

/**
 * Throw-away data needs no safety from power failures.
 *
 * @param {number} port
 */
function settingsOf(port) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    shared_buffers: '64MB',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * PostgreSQL refuses to run as root.
 *
 * @returns {{ uid?: number, gid?: number }}
 */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (account === undefined) {
    throw new ToolError('PostgreSQL does not run as root, and this machine has no user to run it.');
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function findFreePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * Whether the words come before the output ends. Keeps reading, so that the program is never held up.
 *
 * @param {import('node:stream').Readable} stream
 * @param {string} words
 * @returns {Promise<boolean>}
 */
function waitFor(stream, words) {
  let seen = '';
  return new Promise((resolve) => {
    stream.setEncoding('utf8').on('data', (text) => {
      if (seen.includes(words)) return;
      seen += text;
      if (seen.includes(words)) resolve(true);
    });
    stream.on('end', () => resolve(false));
  });
}
