import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invariant, type Clock } from '@sotto/kit';
import type { Random } from '../../../platform.ts';
import { refuse, uploadTooLarge } from '../errors.ts';
import type { ByteRange } from '../serving/range.ts';

/** Something that was written whole, but stands nowhere yet. */
export interface Received {
  readonly bytes: number;
  /** Puts it under a name; from then on it survives a loss of power. */
  keep(fileId: string): Promise<void>;
  discard(): Promise<void>;
}

/** A file to be read. */
export interface KeptFile {
  readonly path: string;
  readonly bytes: number;
  read(range?: ByteRange): Readable;
}

/** Files under the data directory. Their names come from the server's own randomness only. */
export interface MediaFiles {
  /** Writes a stream aside. More than `bytesMax`, or a stream that breaks off, leaves nothing. */
  receive(stream: Readable, bytesMax: number): Promise<Received>;
  find(fileId: string): Promise<KeptFile | null>;
  remove(fileId: string): Promise<void>;
  findThumbnail(fileId: string, variant: string): Promise<KeptFile | null>;
  keepThumbnail(fileId: string, variant: string, image: Buffer): Promise<KeptFile>;
}

export interface MediaFilesOptions {
  readonly directory: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** What lies in `incoming` longer than any upload takes was left by a crash. */
const LEFT_BEHIND_MS = 86_400_000;

const FILE_ID = /^[A-Za-z0-9_-]{16,64}$/;
const VARIANT = /^[a-z0-9-]{1,40}$/;

export async function openMediaFiles(options: MediaFilesOptions): Promise<MediaFiles> {
  const { directory, clock, random } = options;
  const incoming = join(directory, 'incoming');
  const files = join(directory, 'files');
  const thumbnails = join(directory, 'thumbnails');
  for (const folder of [incoming, files, thumbnails]) await makeFolder(folder);
  await removeOld(incoming, clock.nowMs() - LEFT_BEHIND_MS);

  async function write(
    source: Readable,
    bytesMax: number,
  ): Promise<{ path: string; bytes: number }> {
    const path = join(incoming, random.token(18));
    const counter = { bytes: 0 };
    try {
      await pipeline(
        limited(source, bytesMax, counter),
        // `flush` syncs before it closes.
        createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
      );
    } catch (cause) {
      await rm(path, { force: true });
      throw cause;
    }
    return { path, bytes: counter.bytes };
  }

  return {
    async receive(stream, bytesMax) {
      try {
        const { path, bytes } = await write(stream, bytesMax);
        return {
          bytes,
          keep: (fileId) => move(path, pathIn(files, fileId)),
          discard: () => rm(path, { force: true }),
        };
      } catch (cause) {
        // What is left of a refused upload is read and dropped, so that its sender gets the answer.
        stream.resume();
        if (!isBrokenOff(cause)) throw cause;
        throw refuse('upload_interrupted', 'The upload broke off. Please try again.');
      }
    },

    find: (fileId) => findFile(pathIn(files, fileId)),
    remove: (fileId) => rm(pathIn(files, fileId), { force: true }),
    findThumbnail: (fileId, variant) => findFile(pathIn(thumbnails, fileId, variant)),

    async keepThumbnail(fileId, variant, image) {
      const received = await write(Readable.from([image]), image.length);
      const path = pathIn(thumbnails, fileId, variant);
      await move(received.path, path);
      return fileAt(path, received.bytes);
    },
  };
}

/** Hands chunks on until there are too many. Leaves the source open, so that it can be answered. */
async function* limited(source: Readable, bytesMax: number, counter: { bytes: number }) {
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    // SAFETY: a body without an encoding gives buffers.
    const bytes = chunk as Buffer;
    counter.bytes += bytes.length;
    if (counter.bytes > bytesMax) throw uploadTooLarge();
    yield bytes;
  }
}

/** The connection went away, as opposed to something being wrong here. */
function isBrokenOff(cause: unknown): boolean {
  const { code } = cause as { code?: unknown };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

/** Two letters of the name make 4,096 folders: none grows long. */
function pathIn(root: string, fileId: string, variant?: string): string {
  invariant(FILE_ID.test(fileId), 'file ids are drawn here');
  invariant(variant === undefined || VARIANT.test(variant), 'variants are named here');
  const name = variant === undefined ? fileId : `${fileId}.${variant}`;
  return join(root, fileId.slice(0, 2), name);
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** A rename is durable once the folder is, and the folder once the one above it is. */
async function move(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await makeFolder(folder);
  await rename(from, to);
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function findFile(path: string): Promise<KeptFile | null> {
  try {
    return fileAt(path, (await stat(path)).size);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

function fileAt(path: string, bytes: number): KeptFile {
  return { path, bytes, read: (range) => createReadStream(path, range) };
}

async function removeOld(folder: string, beforeMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < beforeMs) await rm(path, { force: true });
  }
}
