import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sotto/kit';
import * as protocol from '@sotto/protocol';
import type { Contract } from '@sotto/protocol';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings, resolveConfig } from './config/index.ts';
import { startServer, type RunningServer } from './serve/index.ts';

const contracts = Object.values<unknown>(protocol).filter(isContract);
let server: RunningServer;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sotto-contracts-'));
  const { given } = readSettings([], {
    SOTTO_PORT: '0',
    SOTTO_DATA_DIR: dataDir,
    SOTTO_RATE_LIMITS: 'off',
  });
  const config = resolveConfig(given, { inTerminal: false });
  server = await startServer(config, {
    clock: systemClock,
    log: pino({ level: 'silent' }),
    webRoot: null,
  });
});

afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

test.each(contracts)('$operationId is answered: $method $path', async ({ method, path }) => {
  const url = new URL(path.replaceAll(/:\w+/g, 'x'), server.localUrl);
  const hasBody = method === 'PUT' || method === 'POST';

  const reply = await fetch(url, hasBody ? { method, body: '{}' } : { method });

  const { errcode } = (await reply.json()) as { errcode?: string };
  expect(errcode).not.toBe('M_UNRECOGNIZED');
  expect(reply.status).toBeLessThan(500);
});

test('there are contracts to answer', () => {
  expect(contracts.length).toBeGreaterThan(70);
});

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}
