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

  const noPictures: Readonly<Record<string, Buffer | string>> = {
    'an SVG': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    'a page': SCRIPT,
    'something encrypted': Buffer.from(
      Array.from({ length: 256 }, (_, at) => (at * 137 + 71) % 256),
    ),
    PostScript: '%!PS-Adobe-3.0\n(/etc/passwd) run',
    'a broken PNG': pngOf(64, 64).subarray(0, 40),
    'a PNG that is a page': Buffer.concat([pngOf(1, 1).subarray(0, 8), Buffer.from(SCRIPT)]),
    nothing: '',
  };

  test('of what is no picture is refused', async () => {
    const { keep, get, listFiles } = await startMedia(open);
    const answers: Record<string, string> = {};

    for (const [says, body] of Object.entries(noPictures)) {
      answers[says] = answer(await get(thumbnail(await keep({ body, type: 'image/png' }))));
    }

    const refused = Object.keys(noPictures).map((says) => [says, '400 M_UNKNOWN']);
    expect(answers).toEqual(Object.fromEntries(refused));
    expect(await listFiles('thumbnails')).toEqual([]);
  });

  test('of a flood of pixels, or one row more than may be, is refused undecoded', async () => {
    const { keep, get, listFiles } = await startMedia(open);
    const floods = [pngOf(10_000, 5_001), pngOf(60_000, 60_000)];

    const addresses = await Promise.all(floods.map((body) => keep({ body, type: 'image/png' })));
    const replies = await Promise.all(addresses.map((address) => get(thumbnail(address))));

    expect(Math.max(...floods.map(({ length }) => length))).toBeLessThan(UPLOAD_BYTES_MAX);
    expect(replies.map(answer)).toEqual(['413 M_TOO_LARGE', '413 M_TOO_LARGE']);
    expect(await listFiles('thumbnails')).toEqual([]);
  });

  test('of a size that is none is refused', async () => {
    const { keep, get } = await startMedia(open);
    const address = await keep({ body: pngOf(64, 64), type: 'image/png' });
    const queries = [
      'width=0&height=32',
      'width=-1&height=32',
      'width=1.5&height=32',
      'width=32',
      'width=1e9&height=32',
      'width=65536&height=32',
      'width=32&height=32&method=..%2f..',
    ];

    const replies = queries.map((query) => get(thumbnail(address, query)));

    const answers = (await Promise.all(replies)).map(answer);
    expect(answers).toEqual(queries.map(() => '400 M_INVALID_PARAM'));
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
