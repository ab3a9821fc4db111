import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../testing/each-database.ts';
import { answer, MEDIA, startMedia, UPLOAD_BYTES_MAX } from '../testing.ts';

const SCRIPT = '<script>alert(document.domain)</script>';

/** A PNG that says it is this large, and is a few bytes. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(content.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey.
  header.writeUInt8(8, 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 10_000_000)));
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describeEachDatabase('thumbnails under attack', (open) => {
  const thumbnail = (address: string, query = 'width=32&height=32&method=crop') =>
    `${MEDIA}/thumbnail/${address}?${query}`;

  test.each([
    { says: 'an SVG', body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
    { says: 'a page', body: SCRIPT },
    {
      says: 'something encrypted',
      body: Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 137 + 71) % 256)),
    },
    { says: 'PostScript', body: '%!PS-Adobe-3.0\n(/etc/passwd) run' },
    { says: 'a broken PNG', body: pngOf(64, 64).subarray(0, 40) },
    {
      says: 'a PNG that is a page',
      body: Buffer.concat([pngOf(1, 1).subarray(0, 8), Buffer.from(SCRIPT)]),
    },
    { says: 'nothing', body: '' },
  ])('of $says is refused', async ({ body }) => {
    const { keep, get, listFiles } = await startMedia(open);
    const address = await keep({ body, type: 'image/png' });

    expect(answer(await get(thumbnail(address)))).toBe('400 M_UNKNOWN');
    expect(await listFiles('thumbnails')).toEqual([]);
  });

  test.each([
    { says: 'more pixels than may be', width: 10_000, height: 5_001 },
    { says: 'a flood of pixels', width: 60_000, height: 60_000 },
  ])('of a picture with $says is refused without decoding it', async ({ width, height }) => {
    const { keep, get, listFiles } = await startMedia(open);
    const body = pngOf(width, height);
    const address = await keep({ body, type: 'image/png' });

    const reply = await get(thumbnail(address));

    expect(body.length).toBeLessThan(UPLOAD_BYTES_MAX);
    expect(answer(reply)).toBe('413 M_TOO_LARGE');
    expect(await listFiles('thumbnails')).toEqual([]);
  });

  test.each([
    { query: 'width=0&height=32' },
    { query: 'width=-1&height=32' },
    { query: 'width=1.5&height=32' },
    { query: 'width=32' },
    { query: 'width=1e9&height=32' },
    { query: 'width=65536&height=32' },
    { query: 'width=32&height=32&method=..%2f..' },
  ])('of the size $query is refused', async ({ query }) => {
    const { keep, get } = await startMedia(open);
    const address = await keep({ body: pngOf(64, 64), type: 'image/png' });

    expect(answer(await get(thumbnail(address, query)))).toBe('400 M_INVALID_PARAM');
  });

  test('asked for in every size fills no disk', async () => {
    const { keep, get, listFiles } = await startMedia(open);
    const address = await keep({ body: pngOf(1_000, 1_000), type: 'image/png' });

    for (let side = 1; side <= 32; side += 1) {
      await get(thumbnail(address, `width=${side}&height=${33 - side}&method=crop`));
      await get(thumbnail(address, `width=${side}&height=${33 - side}&method=scale`));
    }

    expect((await listFiles('thumbnails')).length).toBeLessThan(20);
  });
});
