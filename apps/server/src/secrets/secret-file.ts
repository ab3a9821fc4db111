import { open } from 'node:fs/promises';
import { refuse } from '../errors.ts';

const SECRET_BYTES_MAX = 4096;

/**
 * Reads a secret; null when there is none. Refuses one that other people of this machine may read:
 * a warning would be overlooked, and whoever read it could speak as this server.
 */
export async function findSecret(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (file === null) return null;
  try {
    // Asked of the open file, so that it cannot be swapped between the check and the reading.
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > SECRET_BYTES_MAX) {
      throw refuse('secret_malformed', `${path} is not a file this server wrote.`);
    }
    // Windows has no such bits; there the folder's access list decides.
    if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
      throw refuse(
        'secret_exposed',
        `${path} can be read by other people of this machine. Close it with: chmod 600 ${path}`,
      );
    }
    return (await file.readFile('utf8')).trim();
  } finally {
    await file.close();
  }
}
