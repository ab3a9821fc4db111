import type { Page } from 'playwright-core';

/** A photo drawn by the browser, as a camera would leave it: with a place in its EXIF data. */
export interface TestPhoto {
  readonly bytes: Buffer;
  /** A run of bytes that appears nowhere by chance. */
  readonly mark: Buffer;
}

export const PLACE = 'Gartenstrasse 7, Hinterhof';

export async function drawPhoto(page: Page): Promise<TestPhoto> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser cannot draw.');
    const sky = context.createLinearGradient(0, 0, 800, 600);
    sky.addColorStop(0, '#f2c14e');
    sky.addColorStop(1, '#0f6b62');
    context.fillStyle = sky;
    context.fillRect(0, 0, 800, 600);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCodePoint(byte);
    return btoa(text);
  });
  const plain = Buffer.from(base64, 'base64');
  const bytes = withExif(plain);
  return { bytes, mark: plain.subarray(plain.length - 200, plain.length - 140) };
}

/** Puts an APP1 segment with an EXIF image description right after the start of the JPEG. */
function withExif(jpeg: Buffer): Buffer {
  const text = Buffer.from(`${PLACE}\0`, 'ascii');
  const tiff = Buffer.alloc(8 + 2 + 12 + 4);
  tiff.write('MM', 0, 'ascii');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x010e, 10);
  tiff.writeUInt16BE(2, 12);
  tiff.writeUInt32BE(text.length, 14);
  tiff.writeUInt32BE(tiff.length, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'ascii'), tiff, text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
