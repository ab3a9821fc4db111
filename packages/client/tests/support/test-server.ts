import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHomeserver, type Homeserver, type HomeserverOptions } from '@sotto/homeserver';
import { systemClock } from '@sotto/kit';
import type { ServerName } from '@sotto/protocol';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';

const HOST = '127.0.0.1';

export interface TestServer {
  readonly baseUrl: string;
  /** Everything the server keeps is under it. */
  readonly dataDir: string;
  /** Stops the server and starts another on the same data and address. */
  restart(): Promise<void>;
  /** Lets somebody who has an account see and decide reports. */
  makeModerator(localpart: string): Promise<void>;
}

/** A real homeserver on a loopback port with its data in a directory of its own. */
export async function startServer(overrides: Partial<HomeserverOptions> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sotto-client-'));
  let server: Homeserver | undefined;

  async function listen(port: number): Promise<string> {
    server = await createHomeserver({
      serverName: 'sotto.test' as ServerName,
      publicUrl: `http://${HOST}`,
      databaseUrl: null,
      dataDir,
      registration: 'open',
      registrationTokens: [],
      rateLimits: false,
      uploadBytesMax: 5_000_000,
      uploadsPerPersonBytesMax: 50_000_000,
      firstContactsPerDay: 1_000,
      reportsPerDay: 1_000,
      communityPeopleMax: 1_000,
      signingKey: { keyId: 'ed25519:test', seed: Buffer.alloc(32, 7) },
      trustProxy: false,
      clock: systemClock,
      log: pino({ level: 'silent' }),
      passwordCost: { memoryKib: 8, passes: 1 },
      ...overrides,
    });
    return server.app.listen({ host: HOST, port });
  }

  async function close(): Promise<void> {
    // A connection opened for a request that was then given up would be waited for.
    server?.app.server.closeAllConnections();
    await server?.close();
  }

  const baseUrl = await listen(0);
  onTestFinished(async () => {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    baseUrl,
    dataDir,
    async restart() {
      await close();
      await listen(Number(new URL(baseUrl).port));
    },
    async makeModerator(localpart) {
      await server?.accounts.setModerator({ localpart, isModerator: true });
    },
  };
}
