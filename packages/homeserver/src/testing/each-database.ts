import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, onTestFinished } from 'vitest';
import { openDatabase } from '../storage/index.ts';

export interface TestStorage {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
}

/** Opens fresh, empty storage; it is gone after the test. */
export type OpenStorage = () => Promise<TestStorage>;

/**
 * Runs one test body on every engine: always on SQLite, and on the Postgres server named by
 * `SOTTO_TEST_POSTGRES_URL`, which `npm test` starts.
 */
export function describeEachDatabase(name: string, body: (open: OpenStorage) => void): void {
  describe(`${name} (SQLite)`, () => {
    body(async () => ({ databaseUrl: null, dataDir: await openDirectory() }));
  });
  const postgresUrl = process.env['SOTTO_TEST_POSTGRES_URL'];
  if (postgresUrl === undefined) return;
  describe(`${name} (Postgres)`, () => {
    body(async () => ({
      databaseUrl: await createPostgresDatabase(postgresUrl),
      dataDir: await openDirectory(),
    }));
  });
}

async function openDirectory(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sotto-test-'));
  // What finishes a test runs in reverse: a server that is started on this is closed before.
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

let databases = 0;
let template: Promise<string> | null = null;

/** A copy of a database that was migrated once: much quicker than migrating each. */
async function createPostgresDatabase(serverUrl: string): Promise<string> {
  template ??= createTemplate(serverUrl);
  databases += 1;
  const name = `sotto_test_${process.pid}_${databases}`;
  await runOn(serverUrl, `create database ${name} template ${await template}`);
  onTestFinished(() => runOn(serverUrl, `drop database ${name} with (force)`));
  return urlOf(serverUrl, name);
}

async function createTemplate(serverUrl: string): Promise<string> {
  const name = `sotto_template_${process.pid}`;
  await runOn(serverUrl, `drop database if exists ${name}`);
  await runOn(serverUrl, `create database ${name}`);
  const databaseUrl = urlOf(serverUrl, name);
  const db = await openDatabase({ databaseUrl, dataDir: '', onIdleError: () => undefined });
  await db.close();
  return name;
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
