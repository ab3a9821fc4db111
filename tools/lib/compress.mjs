import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

const WORTH_IT = /\.(?:css|html|js|json|map|svg|txt|wasm|webmanifest)$/;
const SIZE_BYTES_MIN = 1024;
/** The best quality takes half a minute for the crypto's several megabytes, and gains little there. */
const BEST_QUALITY_BYTES_MAX = 1024 * 1024;

/**
 * Writes a `.br` and a `.gz` beside every file that shrinks, so that serving costs nothing.
 *
 * @param {string} folder
 */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && WORTH_IT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(paths.map(compressFile));
}

/** @param {string} path */
async function compressFile(path) {
  const bytes = await readFile(path);
  const quality = bytes.length > BEST_QUALITY_BYTES_MAX ? 9 : constants.BROTLI_MAX_QUALITY;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await keepIfSmaller(`${path}.br`, bytes, await brotli(bytes, { params }));
  await keepIfSmaller(`${path}.gz`, bytes, await gunzippable(bytes, { level: 9 }));
}

/**
 * @param {string} path
 * @param {Buffer} bytes
 * @param {Buffer} compressed
 */
async function keepIfSmaller(path, bytes, compressed) {
  if (bytes.length >= SIZE_BYTES_MIN && compressed.length < bytes.length) {
    await writeFile(path, compressed);
  } else {
    await rm(path, { force: true });
  }
}
