import { createServer } from 'node:net';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sotto/kit';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings, resolveConfig, type Environment } from '../config/index.ts';
import { canEncryptAt, localUrlOf } from './address.ts';
import { startServer } from './start-server.ts';

async function makeFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sotto-serve-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function start(dataDir: string, env: Environment = {}) {
  const webRoot = await makeFolder();
  await writeFile(join(webRoot, 'index.html'), '<title>Sotto</title>');
  const { given } = readSettings([], { SOTTO_PORT: '0', SOTTO_DATA_DIR: dataDir, ...env });
  const config = resolveConfig(given, { inTerminal: false });
  const log = pino({ level: 'silent' });
  const server = await startServer(config, { clock: systemClock, log, webRoot });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await server.close();
    isOpen = false;
  };
  onTestFinished(close);
  return {
    ...server,
    close,
    get: (path: string, init?: RequestInit) => fetch(new URL(path, server.localUrl), init),
  };
}

test('one port serves the API, the messenger and the health of both', async () => {
  const server = await start(await makeFolder());

  const page = await server.get('/', { headers: { accept: 'text/html' } });
  const unknown = await server.get('/_matrix/client/v3/nothing');
  const ready = await server.get('/_sotto/ready');

  expect(await page.text()).toBe('<title>Sotto</title>');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ errcode: 'M_UNRECOGNIZED' });
  expect(await ready.json()).toEqual({ status: 'ready', database: true });
});

test('a start leaves its name and key in the data folder, and the next start keeps them', async () => {
  const dataDir = await makeFolder();
  const first = await start(dataDir, { SOTTO_SERVER_NAME: 'chat.example.org' });
  await first.close();

  const second = await start(dataDir);

  expect(second.serverName).toBe('chat.example.org');
  expect((await stat(join(dataDir, 'signing.key'))).mode & 0o777).toBe(0o600);
  expect(existsSync(join(dataDir, 'sotto.db'))).toBe(true);
});

test('a start under another name is refused and leaves the folder free', async () => {
  const dataDir = await makeFolder();
  const first = await start(dataDir);
  await first.close();

  await expect(start(dataDir, { SOTTO_SERVER_NAME: 'b.example' })).rejects.toMatchObject({
    code: 'server_name_changed',
  });

  await start(dataDir);
});

test('two servers never share a data folder', async () => {
  const dataDir = await makeFolder();
  await start(dataDir);

  await expect(start(dataDir)).rejects.toMatchObject({ code: 'data_dir_in_use' });
});

test('a taken port is refused with the way out, and the folder is free again', async () => {
  const dataDir = await makeFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };

  const started = start(dataDir, { SOTTO_PORT: String(port) });

  await expect(started).rejects.toMatchObject({ code: 'address_in_use' });
  await expect(started).rejects.toThrow(`--port ${port + 1}`);
  await start(dataDir);
});

test('with token registration, the first start names the token and the second does not', async () => {
  const dataDir = await makeFolder();
  const first = await start(dataDir, { SOTTO_REGISTRATION: 'token' });
  await first.close();
  const second = await start(dataDir, { SOTTO_REGISTRATION: 'token' });

  expect(first.newRegistrationToken).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(second.newRegistrationToken).toBeNull();
});

test('after closing, nothing answers', async () => {
  const server = await start(await makeFolder());
  await server.close();

  await expect(server.get('/_sotto/health')).rejects.toThrow('fetch failed');
});

test.each([
  ['127.0.0.1', 8008, 'http://localhost:8008'],
  ['::1', 8008, 'http://localhost:8008'],
  ['0.0.0.0', 80, 'http://localhost'],
  ['10.1.2.3', 9000, 'http://10.1.2.3:9000'],
  ['fe80::1', 9000, 'http://[fe80::1]:9000'],
  ['chat.local', 9000, 'http://chat.local:9000'],
])('listening on %s, port %i, is opened as %s', (host, port, url) => {
  expect(localUrlOf(host, port).origin).toBe(url);
});

test.each([
  ['http://localhost:8008', true],
  ['http://[::1]:8008', true],
  ['https://chat.example.org', true],
  ['http://chat.example.org', false],
  ['http://10.1.2.3', false],
])('browsers can encrypt at %s: %s', (url, answer) => {
  expect(canEncryptAt(new URL(url))).toBe(answer);
});
