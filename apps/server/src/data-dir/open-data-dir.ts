import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuse } from '../errors.ts';

/** Makes the folder at the first start, readable by its owner only, and gives its full path. */
export async function openDataDir(dataDir: string): Promise<string> {
  const path = resolve(dataDir);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // NOTE: translated, because the bare error does not say which setting leads here.
    throw refuse(
      'data_dir_unusable',
      `The data folder ${path} cannot be written (${code ?? 'unknown reason'}). Give this user access, or choose another with SOTTO_DATA_DIR.`,
    );
  }
  return path;
}
