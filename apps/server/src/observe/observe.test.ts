import fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLogger } from './create-logger.ts';
import { addHealth, type HealthOptions } from './health.ts';
import { logRequests } from './request-log.ts';

function collectLines() {
  const lines: string[] = [];
  return { lines, destination: { write: (line: string) => void lines.push(line) } };
}

async function setUpLog(level: 'debug' | 'info') {
  const { lines, destination } = collectLines();
  const app = fastify();
  logRequests(app, createLogger(level, destination));
  app.decorateRequest('userId', null);
  app.get('/rooms/:roomId/event', (request) => {
    Object.assign(request, { userId: '@mira:localhost' });
    return {};
  });
  app.get('/_matrix/client/v3/sync', () => ({}));
  await app.ready();
  return { app, lines };
}

test('a call is logged by the pattern of its route, without ids and tokens', async () => {
  const { app, lines } = await setUpLog('debug');

  await app.inject('/rooms/!secretroom/event?access_token=hunter2');

  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'debug',
    method: 'GET',
    route: '/rooms/:roomId/event',
    status: 200,
    userId: '@mira:localhost',
    requestId: expect.any(String),
    elapsedMs: expect.any(Number),
  });
  expect(lines[0]).not.toMatch(/secretroom|hunter2/);
});

test('an unknown path is logged without the path', async () => {
  const { app, lines } = await setUpLog('info');

  await app.inject('/nowhere/hunter2');

  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ route: '(unknown)', status: 404 });
  expect(lines[0]).not.toContain('hunter2');
});

test('a call that went well is logged only when asked for detail', async () => {
  const quiet = await setUpLog('info');
  const detailed = await setUpLog('debug');

  await quiet.app.inject('/_matrix/client/v3/sync');
  await detailed.app.inject('/_matrix/client/v3/sync');

  expect(quiet.lines).toEqual([]);
  expect(detailed.lines).toHaveLength(1);
});

test('secrets handed to the log by mistake do not show', () => {
  const { lines, destination } = collectLines();
  const log = createLogger('info', destination);

  log.info({ databaseUrl: 'hunter2', config: { registrationTokens: ['hunter2'] } });
  log.info({ request: { headers: { authorization: 'Bearer hunter2' } }, password: 'hunter2' });

  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines.join('')).toContain('(hidden)');
});

test('the time of a log line is readable and its level a word', () => {
  const { lines, destination } = collectLines();

  createLogger('warn', destination).warn('careful');

  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    msg: 'careful',
  });
});

async function setUpHealth(options: Partial<HealthOptions>) {
  const app = fastify();
  addHealth(app, { isReady: async () => true, isClosing: () => false, ...options });
  await app.ready();
  return async (url: string) => {
    const reply = await app.inject(url);
    return { status: reply.statusCode, body: reply.json() };
  };
}

test('a server whose database answers is alive and ready', async () => {
  const get = await setUpHealth({});

  expect(await get('/_sotto/health')).toEqual({ status: 200, body: { status: 'ok' } });
  expect(await get('/_sotto/ready')).toEqual({
    status: 200,
    body: { status: 'ready', database: true },
  });
});

test.each([
  { says: 'says it is not ready', isReady: async () => false },
  { says: 'fails', isReady: () => Promise.reject(new Error('gone')) },
])('a server whose database $says is alive, but not ready', async ({ isReady }) => {
  const get = await setUpHealth({ isReady });

  expect((await get('/_sotto/health')).status).toBe(200);
  expect(await get('/_sotto/ready')).toEqual({
    status: 503,
    body: { status: 'waiting', database: false },
  });
});

test('a database that never answers counts as away', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const isReady = vi.fn<() => Promise<boolean>>(() => new Promise(() => undefined));
  const get = await setUpHealth({ isReady });

  const reply = get('/_sotto/ready');
  await vi.waitFor(() => expect(isReady).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(2000);

  expect((await reply).status).toBe(503);
});

test('a server that is closing takes no new callers', async () => {
  const get = await setUpHealth({ isClosing: () => true });

  expect(await get('/_sotto/ready')).toEqual({
    status: 503,
    body: { status: 'closing', database: false },
  });
});
