/** What a thumbnail can be made of. */
export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp';

/** As many bytes as it takes to recognise one, and to see that a PNG moves. */
export const HEAD_BYTES = 256;

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * Recognises an image by how it begins, whatever its uploader called it: only what is recognised is
 * ever given to a decoder. SVG, PDF and rare formats are not.
 */
export function recogniseImage(head: Buffer): ImageFormat | null {
  if (startsWith(head, PNG)) return 'png';
  if (startsWith(head, JPEG)) return 'jpeg';
  if (/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) return 'gif';
  const isRiff = head.toString('latin1', 0, 4) === 'RIFF';
  return isRiff && head.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : null;
}

/** A PNG that moves says so before its first picture; the decoder shows its first frame only. */
export function isAnimatedPng(head: Buffer): boolean {
  return startsWith(head, PNG) && head.includes('acTL', 0, 'latin1');
}

function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic);
}
