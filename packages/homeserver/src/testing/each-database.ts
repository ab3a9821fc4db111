import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe } from 'vitest';

export interface TestStorage {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** Opens fresh, empty storage; it is gone after the test. */
export type OpenStorage = () => Promise<TestStorage>;

let databases = 0;

/**
 * Runs one test body on every engine: always on SQLite, and on the Postgres server named by
 * `SOTTO_TEST_POSTGRES_URL`, which `npm test` starts.
 */
export function describeEachDatabase(name: string, body: (open: OpenStorage) => void): void {
  const postgresUrl = process.env['SOTTO_TEST_POSTGRES_URL'];
  const cleanups: (() => Promise<void>)[] = [];

  async function openDirectory(): Promise<string> {
    const dataDir = await mkdtemp(join(tmpdir(), 'sotto-test-'));
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
    return dataDir;
  }

  async function cleanUp(): Promise<void> {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  }

  describe(`${name} (SQLite)`, () => {
    afterEach(cleanUp);
    body(async () => ({ databaseUrl: null, dataDir: await openDirectory() }));
  });

  if (postgresUrl === undefined) return;
  describe(`${name} (Postgres)`, () => {
    afterEach(cleanUp);
    body(async () => {
      const dataDir = await openDirectory();
      const database = `sotto_test_${process.pid}_${(databases += 1)}`;
      await runOn(postgresUrl, `create database ${database}`);
      cleanups.push(() => runOn(postgresUrl, `drop database ${database} with (force)`));
      const url = new URL(postgresUrl);
      url.pathname = `/${database}`;
      return { databaseUrl: url.href, dataDir };
    });
  });
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
