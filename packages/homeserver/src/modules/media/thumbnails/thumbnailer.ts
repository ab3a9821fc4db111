import { open } from 'node:fs/promises';
import type { WorkQueue } from '@sotto/kit';
import { refuse } from '../errors.ts';
import type { KeptFile, MediaFiles } from '../files/media-files.ts';
import { createImageDecoder, PIXELS_MAX, type ImageFacts } from './image-decoder.ts';
import { HEAD_BYTES, isAnimatedPng, recogniseImage } from './image-format.ts';
import { chooseThumbnailSize, type ThumbnailSize } from './thumbnail-size.ts';

export interface ThumbnailRequest extends ThumbnailSize {
  /** Whether a picture may move. */
  readonly animated: boolean;
}

export interface Thumbnail {
  readonly file: KeptFile;
  readonly contentType: string;
  /** Which of the picture's thumbnails this is; null for the original. */
  readonly variant: string | null;
}

export interface Thumbnailer {
  /** Makes a thumbnail, or finds the one made before. */
  get(fileId: string, original: KeptFile, asked: ThumbnailRequest): Promise<Thumbnail>;
}

/** A larger file is not opened at all. */
const SOURCE_BYTES_MAX = 33_554_432;

const COME_BACK_MS = 1_000;

export function createThumbnailer(files: MediaFiles, queue: WorkQueue): Thumbnailer {
  const decoder = createImageDecoder();
  /** People who open a conversation together ask for the same pictures. */
  const making = new Map<string, Promise<KeptFile>>();

  async function inspect(original: KeptFile): Promise<ImageFacts & { contentType: string }> {
    const head = await readHead(original.path);
    const format = recogniseImage(head);
    if (!format) throw refuse('cannot_thumbnail', 'No thumbnail can be made of this.');
    if (original.bytes > SOURCE_BYTES_MAX) throw tooLarge();
    const facts = await decoder.inspect(original.path);
    if (facts.width * facts.height > PIXELS_MAX) throw tooLarge();
    const frames = isAnimatedPng(head) ? 2 : facts.frames;
    return { ...facts, frames, contentType: `image/${format}` };
  }

  async function make(plan: Plan): Promise<KeptFile> {
    const { fileId, variant, original, size, animated } = plan;
    const key = `${fileId} ${variant}`;
    const underWay = making.get(key);
    if (underWay) return underWay;
    const work = queue.run(async () => {
      const image = await decoder.render(original.path, { size, animated });
      return files.keepThumbnail(fileId, variant, image);
    });
    if (!work) {
      throw refuse('thumbnails_busy', 'Too many pictures are being prepared. Try again soon.', {
        retry_after_ms: COME_BACK_MS,
      });
    }
    making.set(key, work);
    try {
      return await work;
    } finally {
      making.delete(key);
    }
  }

  return {
    async get(fileId, original, asked) {
      const facts = await inspect(original);
      const size = chooseThumbnailSize(asked, facts);
      const moves = facts.frames > 1;
      const animated = asked.animated && moves && fitsAnimated(facts);
      // The original is the best there is, unless it moves and must not.
      if (!size && (!moves || animated)) {
        return { file: original, contentType: facts.contentType, variant: null };
      }
      const variant = variantOf(size, animated);
      const made = await files.findThumbnail(fileId, variant);
      const file = made ?? (await make({ fileId, variant, original, size, animated }));
      return { file, contentType: 'image/webp', variant };
    },
  };
}

interface Plan {
  readonly fileId: string;
  readonly variant: string;
  readonly original: KeptFile;
  readonly size: ThumbnailSize | null;
  readonly animated: boolean;
}

function variantOf(size: ThumbnailSize | null, animated: boolean): string {
  const shape = size ? `${size.width}x${size.height}-${size.method}` : 'own-size';
  return animated ? `${shape}-animated` : shape;
}

/** All frames are decoded together. One that has too many is shown still. */
function fitsAnimated({ width, height, frames }: ImageFacts): boolean {
  return width * height * frames <= PIXELS_MAX;
}

function tooLarge(): Error {
  return refuse('too_large_to_thumbnail', 'This picture is too large to make a thumbnail of.');
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
