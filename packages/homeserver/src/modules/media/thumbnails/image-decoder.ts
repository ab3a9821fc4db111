import type sharpModule from 'sharp';
import { refuse } from '../errors.ts';
import type { Size, ThumbnailSize } from './thumbnail-size.ts';

/** What a picture's header says. */
export interface ImageFacts extends Size {
  readonly frames: number;
}

/** The only place where uploaded pictures are decoded. */
export interface ImageDecoder {
  inspect(path: string): Promise<ImageFacts>;
  /** A WebP without metadata. A null size keeps the picture's own; `animated` keeps its frames. */
  render(
    path: string,
    options: { readonly size: ThumbnailSize | null; readonly animated: boolean },
  ): Promise<Buffer>;
}

/** Every frame counts: this is about the memory and the time it takes to decode. */
export const PIXELS_MAX = 50_000_000;
const SECONDS_MAX = 20;

/** The decoders of the four formats; all others are switched off in the library itself. */
const ALLOWED_LOADERS = [
  'VipsForeignLoadPngFile',
  'VipsForeignLoadJpegFile',
  'VipsForeignLoadNsgifFile',
  'VipsForeignLoadWebpFile',
];

type Sharp = typeof sharpModule;

export function createImageDecoder(): ImageDecoder {
  let loading: Promise<Sharp> | null = null;

  return {
    async inspect(path) {
      const sharp = await (loading ??= loadSharp());
      try {
        // Only the header is read here, so no limit of pixels is needed to find out how many there are.
        const image = sharp(path, { limitInputPixels: false, failOn: 'error' });
        const { autoOrient, pages = 1 } = await image.metadata();
        return { ...autoOrient, frames: pages };
      } catch (cause) {
        throw notAnImage(cause);
      }
    },

    async render(path, { size, animated }) {
      const sharp = await (loading ??= loadSharp());
      const image = sharp(path, {
        limitInputPixels: PIXELS_MAX,
        failOn: 'error',
        sequentialRead: true,
        animated,
      });
      try {
        return await image
          .autoOrient()
          .resize({
            ...(size && { width: size.width, height: size.height }),
            fit: size?.method === 'crop' ? 'cover' : 'outside',
            withoutEnlargement: true,
          })
          .webp({ quality: 80 })
          .timeout({ seconds: SECONDS_MAX })
          .toBuffer();
      } catch (cause) {
        throw notAnImage(cause);
      }
    },
  };
}

/** Loaded when the first thumbnail is asked for: starting does not wait for it. */
async function loadSharp(): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ALLOWED_LOADERS });
  return sharp;
}

/** The library only says in words what is wrong; a broken picture is by far the likeliest. */
function notAnImage(cause: unknown): Error {
  const refusal = refuse('cannot_thumbnail', 'No thumbnail can be made of this.');
  refusal.cause = cause;
  return refusal;
}
