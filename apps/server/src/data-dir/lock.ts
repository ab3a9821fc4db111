import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../errors.ts';

/**
 * Keeps a second server off the same data folder: two of them would not notice each other's
 * messages. A listening socket ends with its process, however that ends, so a crash never locks
 * anybody out. It lives in the system's temporary folder because socket paths must be short.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = lockPathOf(dataDir);
  let server = await tryListen(path);
  if (server === null && !(await isAnswered(path))) {
    await rm(path, { force: true });
    server = await tryListen(path);
  }
  if (server === null) {
    throw refuse(
      'data_dir_in_use',
      `Another Sotto is running on the data folder ${dataDir}. Stop it first, or choose another folder with SOTTO_DATA_DIR.`,
    );
  }
  return closerOf(server);
}

/** Where the lock of a data folder listens. */
export function lockPathOf(dataDir: string): string {
  const name = `sotto-${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

async function tryListen(path: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  server.listen(path).unref();
  try {
    await once(server, 'listening');
    return server;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE') return null;
    throw cause;
  }
}

async function isAnswered(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    // NOTE: refused or gone: whoever listened there has ended.
    return false;
  } finally {
    socket.destroy();
  }
}

function closerOf(server: Server): () => Promise<void> {
  return async () => {
    server.close();
    await once(server, 'close');
  };
}
