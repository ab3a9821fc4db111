import type { ThumbnailMethod } from '@sotto/protocol';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a thumbnail is made. */
export interface ThumbnailSize extends Size {
  readonly method: ThumbnailMethod;
}

/** The specification's sizes. */
const SCALED: readonly Size[] = [
  { width: 320, height: 240 },
  { width: 640, height: 480 },
  { width: 800, height: 600 },
];

/** The specification's two, and larger ones for screens with more pixels. */
const CROPPED_SIDES = [32, 96, 192, 320, 640, 800];

/** Ratios of sides are rounded to eighths, so that a picture has some 90 thumbnails at most. */
const RATIO_STEPS = 8;

/**
 * The size to make for a request: never smaller than asked, out of few, so that asking for many
 * sizes does not fill the disk. Null when the original is the best there is.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#thumbnails
 */
export function chooseThumbnailSize(asked: ThumbnailSize, original: Size): ThumbnailSize | null {
  const size = asked.method === 'crop' ? croppedSize(asked) : scaledSize(asked);
  if (!size) return null;
  const { width, height } = size;
  const factor = Math.max(width / original.width, height / original.height);
  return factor >= 1 ? null : { width, height, method: asked.method };
}

function scaledSize(asked: Size): Size | null {
  return SCALED.find((size) => size.width >= asked.width && size.height >= asked.height) ?? null;
}

function croppedSize({ width, height }: Size): Size | null {
  const long = Math.max(width, height);
  const side = CROPPED_SIDES.find((candidate) => candidate >= long);
  if (side === undefined) return null;
  const step = side / RATIO_STEPS;
  const rounded = (length: number) => Math.ceil((length * side) / long / step) * step;
  return { width: rounded(width), height: rounded(height) };
}
