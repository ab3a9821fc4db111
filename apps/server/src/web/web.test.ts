import { createManualClock } from '@sotto/kit';
import fastify from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { addCspReports } from './csp-reports.ts';
import { addWeb } from './web-plugin.ts';

const PAGE = '<!doctype html><title>Sotto</title>';
const SCRIPT = 'console.log("sotto");'.repeat(50);
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

async function makeMessenger(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sotto-web-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'manifest.webmanifest'), '{}');
  await writeFile(join(root, '.hidden'), 'hunter2');
  await writeFile(join(root, 'assets', 'index-B4x9_kQ2.js'), SCRIPT);
  await writeFile(join(root, 'assets', 'index-B4x9_kQ2.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(root, 'assets', 'index-B4x9_kQ2.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(root, 'assets', 'plain.wasm'), '');
  return root;
}

async function setUp(publicUrl = 'http://localhost:8008') {
  const app = fastify();
  onTestFinished(() => app.close());
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ errcode: 'M_UNRECOGNIZED' }));
  app.get('/_matrix/client/versions', async () => ({ versions: [] }));
  await addWeb(app, { root: await makeMessenger(), publicUrl: new URL(publicUrl) });
  return app;
}

test.each(['/', '/settings/devices', '/c/!abc', '/@mira:chat.example.org', '/?code=1'])(
  'opening %s in a browser gives the page, to be asked for again each time',
  async (url) => {
    const app = await setUp();

    const reply = await app.inject({ url, headers: BROWSER });

    expect(reply).toMatchObject({ statusCode: 200, body: PAGE });
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      etag: expect.any(String),
    });
  },
);

test.each([
  '/_matrix/client/v3/nothing',
  '/_matrix',
  '/_sotto/nothing',
  '/_synapse/admin/v1/nothing',
  '/.well-known/matrix/nothing',
])('a wrong API path %s stays an API error even for a browser', async (url) => {
  const app = await setUp();

  const reply = await app.inject({ url, headers: BROWSER });

  expect(reply.statusCode).toBe(404);
  expect(reply.json()).toEqual({ errcode: 'M_UNRECOGNIZED' });
});

test('the address itself is answered with the page, whoever asks', async () => {
  const app = await setUp();

  const reply = await app.inject({ url: '/', headers: { accept: '*/*' } });

  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toContain('text/html');
});

test('a missing file is not answered with the page', async () => {
  const app = await setUp();

  const asScript = await app.inject({ url: '/sw.js', headers: { accept: '*/*' } });
  const asset = await app.inject({ url: '/assets/index-OLDHASH1.js', headers: BROWSER });

  expect(asScript.statusCode).toBe(404);
  expect(asset.statusCode).toBe(404);
});

test('only reading is answered with the page', async () => {
  const app = await setUp();

  const reply = await app.inject({ method: 'POST', url: '/settings', headers: BROWSER });

  expect(reply.statusCode).toBe(404);
});

test('a file named after its content may be kept for ever', async () => {
  const app = await setUp();

  const script = await app.inject('/assets/index-B4x9_kQ2.js');
  const plain = await app.inject('/assets/plain.wasm');
  const manifest = await app.inject('/manifest.webmanifest');

  expect(script.body).toBe(SCRIPT);
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(plain.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'application/wasm',
  });
  expect(manifest.headers['content-type']).toContain('application/manifest+json');
});

test('a browser that understands it gets the small form made at build time', async () => {
  const app = await setUp();
  const url = '/assets/index-B4x9_kQ2.js';

  const br = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
  const gzip = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });

  expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(br.headers['content-type']).toContain('javascript');
  expect(brotliDecompressSync(br.rawPayload).toString()).toBe(SCRIPT);
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(SCRIPT);
});

test('an unchanged page is not sent again', async () => {
  const app = await setUp();
  const first = await app.inject({ url: '/', headers: BROWSER });

  const again = await app.inject({
    url: '/',
    headers: { ...BROWSER, 'if-none-match': String(first.headers.etag) },
  });

  expect(again).toMatchObject({ statusCode: 304, body: '' });
});

test.each([
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2f..%2fetc%2fpasswd',
  '/assets/../.hidden',
  '/.hidden',
  '/assets/index-B4x9_kQ2.js.br',
  '/assets/index-B4x9_kQ2.js%00.html',
  '/assets\\..\\.hidden',
])('the path trick %s reaches nothing', async (url) => {
  const app = await setUp();

  const reply = await app.inject(url);

  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
  expect(reply.body).not.toMatch(/hunter2|root:/);
});

test('every file of the messenger carries the strict headers, and no open door for other origins', async () => {
  const app = await setUp();

  const page = await app.inject({ url: '/', headers: BROWSER });
  const script = await app.inject('/assets/index-B4x9_kQ2.js');

  for (const { headers } of [page, script]) {
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
  expect(String(page.headers['content-security-policy']).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    'media-src blob:',
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    'report-to csp',
  ]);
});

test('the API keeps its own headers', async () => {
  const app = await setUp();

  const reply = await app.inject('/_matrix/client/versions');

  expect(reply.headers).toHaveProperty('access-control-allow-origin', '*');
  expect(reply.headers).not.toHaveProperty('content-security-policy');
});

test('browsers are told to insist on https only where people come over https', async () => {
  const open = await (await setUp('http://localhost:8008')).inject({ url: '/', headers: BROWSER });
  const safe = await (await setUp('https://a.example')).inject({ url: '/', headers: BROWSER });

  expect(open.headers).not.toHaveProperty('strict-transport-security');
  expect(safe.headers['strict-transport-security']).toBe('max-age=31536000');
});

async function setUpReports() {
  const lines: string[] = [];
  const clock = createManualClock();
  const app = fastify();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
    done(null, JSON.parse(String(text)));
  });
  addCspReports(app, { clock, log: pino({}, { write: (line) => void lines.push(line) }) });
  const report = async (payload: unknown) => {
    const headers = { 'content-type': 'application/reports+json' };
    const body = JSON.stringify(payload);
    const reply = await app.inject({ method: 'POST', url: '/_sotto/csp-reports', headers, body });
    return reply.statusCode;
  };
  return { clock, lines, report };
}

function violation(body: object) {
  return { type: 'csp-violation', url: 'http://localhost/c/!private', body };
}

test('a report leaves the rule and the origin in the log, and nothing private', async () => {
  const { lines, report } = await setUpReports();

  const status = await report([
    violation({
      effectiveDirective: 'img-src',
      blockedURL: 'https://evil.example/track?who=mira',
      documentURL: 'http://localhost/c/!private',
      sample: 'hunter2',
    }),
    violation({ effectiveDirective: 'script-src-elem', blockedURL: 'inline' }),
    { type: 'deprecation', body: {} },
  ]);

  expect(status).toBe(204);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { directive: 'img-src', blocked: 'https://evil.example' },
    { directive: 'script-src-elem', blocked: 'inline' },
  ]);
  expect(lines.join('')).not.toMatch(/private|hunter2|track|mira/);
});

test.each([
  { says: 'an object', payload: {} },
  { says: 'too many', payload: Array.from({ length: 51 }, () => violation({})) },
  { says: 'a directive with a line break', payload: [violation({ effectiveDirective: 'a\nb' })] },
])('$says is not a list of reports', async ({ payload }) => {
  const { lines, report } = await setUpReports();

  expect(await report(payload)).toBe(400);
  expect(lines).toEqual([]);
});

test('at most 60 reports a minute are read', async () => {
  const { clock, report } = await setUpReports();
  const statuses: number[] = [];
  for (let sent = 0; sent < 61; sent += 1) statuses.push(await report([]));

  expect(statuses.slice(0, 60).every((status) => status === 204)).toBe(true);
  expect(statuses[60]).toBe(429);

  clock.advanceMs(60_000);
  expect(await report([])).toBe(204);
});
