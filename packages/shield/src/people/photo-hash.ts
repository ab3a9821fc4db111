/** What a picture looks like, in 64 bits written as 16 hexadecimal digits. */
export type PhotoHash = string;

/** A picture is hashed as it looks drawn this small, however it is cut. */
export const photoHashSize = { width: 9, height: 8 } as const;

const BITS = 64;
/** Of 255. Nearly one colour looks like every other picture of nearly one colour. */
const CONTRAST_MIN = 24;
/** As many pixels at least, and at most all but as many, are brighter than the next: else there is little to compare. */
const EDGES_MIN = 10;

/**
 * A hash of gradients (“dHash”): for each pixel but the last of a row, whether it is brighter than
 * the next. It outlives another size, format, quality and brightness, and a little cutting at the
 * edges. Takes RGBA of `photoHashSize`; null for a picture with too little in it to tell apart.
 */
export function hashPhoto(rgba: ArrayLike<number>): PhotoHash | null {
  const { width, height } = photoHashSize;
  const grey = Array.from({ length: width * height }, (_, at) => greyOf(rgba, at * 4));
  if (Math.max(...grey) - Math.min(...grey) < CONTRAST_MIN) return null;
  let bits = '';
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x;
      bits += (grey[at] ?? 0) > (grey[at + 1] ?? 0) ? '1' : '0';
    }
  }
  const edges = bits.replaceAll('0', '').length;
  if (edges < EDGES_MIN || edges > BITS - EDGES_MIN) return null;
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** How many of the 64 bits differ. */
export function photoDistance(one: PhotoHash, other: PhotoHash): number {
  const differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return differing.toString(2).replaceAll('0', '').length;
}

/** As the eye weighs colours, on white where the picture lets it through. */
function greyOf(rgba: ArrayLike<number>, at: number): number {
  const opaque = (rgba[at + 3] ?? 0) / 255;
  const light = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  return light * opaque + 255 * (1 - opaque);
}
