import type { Clock } from '@sotto/kit';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/index.ts';
import { lockDataDir, openDataDir } from '../data-dir/index.ts';
import { refuse } from '../errors.ts';
import { addHealth, logRequests } from '../observe/index.ts';
import { addCspReports, addWeb } from '../web/index.ts';
import { choosePort, localUrlOf } from './address.ts';
import { openHomeserver } from './open-homeserver.ts';

export interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
  /** The folder with the built messenger; null serves the API alone. */
  readonly webRoot: string | null;
}

export interface RunningServer {
  /** Where to open it on this machine. */
  readonly localUrl: URL;
  /** Where people reach it. */
  readonly publicUrl: URL;
  readonly serverName: string;
  /** Made at this start, to be shown once. */
  readonly newRegistrationToken: string | null;
  /** Ends waiting calls with an answer, finishes what was accepted, closes the database. */
  close(): Promise<void>;
  /** Cuts the connections that are still open. */
  cut(): void;
}

/** Starts everything on one port, or undoes what it began and refuses with a reason. */
export async function startServer(
  config: Config,
  surroundings: Surroundings,
): Promise<RunningServer> {
  const dataDir = await openDataDir(config.dataDir);
  const unlock = await lockDataDir(dataDir);
  try {
    const server = await startUnlocked({ ...config, dataDir }, surroundings);
    return {
      ...server,
      async close() {
        try {
          await server.close();
        } finally {
          await unlock();
        }
      },
    };
  } catch (cause) {
    await unlock();
    throw cause;
  }
}

async function startUnlocked(config: Config, surroundings: Surroundings): Promise<RunningServer> {
  const { clock, log, webRoot } = surroundings;
  const localUrl = localUrlOf(config.host, await choosePort(config));
  const publicUrl = config.publicUrl ?? localUrl;
  const { homeserver, serverName, newRegistrationToken } = await openHomeserver(config, {
    clock,
    log,
    publicUrl,
  });
  const { app } = homeserver;
  let isClosing = false;
  try {
    logRequests(app, log);
    addHealth(app, { isReady: () => homeserver.isReady(), isClosing: () => isClosing });
    if (webRoot !== null) {
      addCspReports(app, { clock, log });
      await addWeb(app, { root: webRoot, publicUrl });
    }
    await listen(app, config.host, localUrl);
  } catch (cause) {
    await homeserver.close();
    throw cause;
  }
  log.info({ serverName, url: publicUrl.origin, registration: config.registration }, 'started');

  return {
    localUrl,
    publicUrl,
    serverName,
    newRegistrationToken,
    async close() {
      isClosing = true;
      await homeserver.close();
      log.info('stopped');
    },
    cut: () => app.server.closeAllConnections(),
  };
}

async function listen(app: FastifyInstance, host: string, localUrl: URL): Promise<void> {
  // An address leaves out the port that its scheme implies.
  const port = Number(localUrl.port || 80);
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw refuse(
        'address_in_use',
        `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port + 1}`,
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw refuse(
        'address_unusable',
        `This machine does not let Sotto listen on ${host}, port ${port} (${code}).`,
      );
    }
    throw cause;
  }
}
