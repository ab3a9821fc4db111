import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../testing/each-database.ts';
import type { Reply } from '../../testing/homeserver.ts';
import { answer, MEDIA, startMedia } from './testing.ts';

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
}

/** A picture of some frames, each of another colour. */
function film(frames: number, width = 40, height = 40): Promise<Buffer> {
  const stacked = Buffer.alloc(width * height * frames * 3);
  for (let frame = 0; frame < frames; frame += 1) {
    stacked.fill(frame * 60, frame * width * height * 3, (frame + 1) * width * height * 3);
  }
  const raw = { width, height: height * frames, channels: 3 as const, pageHeight: height };
  return sharp(stacked, { raw }).gif().toBuffer();
}

describeEachDatabase('thumbnails', (open) => {
  async function setUp() {
    const { keep, get, listFiles, mediaDir } = await startMedia(open);
    const thumbnailOf = async (body: Buffer, query: string) => {
      const address = await keep({ body, type: 'application/octet-stream' });
      return get(`${MEDIA}/thumbnail/${address}?${query}`);
    };
    /** What a picture says of itself. The server has switched off decoding from memory. */
    const factsOf = async ({ body }: Reply) => {
      const path = join(mediaDir, 'picture');
      await writeFile(path, body);
      return sharp(path).metadata();
    };
    return { keep, get, listFiles, thumbnailOf, factsOf };
  }

  test.each(['png', 'jpeg', 'gif', 'webp'] as const)('a %s has thumbnails', async (format) => {
    const { thumbnailOf, factsOf } = await setUp();
    const body = await picture(1_000, 500).toFormat(format).toBuffer();

    const reply = await thumbnailOf(body, 'width=320&height=240&method=scale');

    const { width, height, format: made } = await factsOf(reply);
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline; filename="thumbnail.webp"',
      'x-content-type-options': 'nosniff',
    });
    expect({ width, height, made }).toEqual({ width: 480, height: 240, made: 'webp' });
  });

  test('a crop has the shape that was asked for', async () => {
    const { thumbnailOf, factsOf } = await setUp();
    const body = await picture(1_000, 500).png().toBuffer();

    const reply = await thumbnailOf(body, 'width=90&height=90&method=crop');

    expect(await factsOf(reply)).toMatchObject({ width: 96, height: 96 });
  });

  test('a small picture is served as it is', async () => {
    const { thumbnailOf } = await setUp();
    const body = await picture(20, 20).png().toBuffer();

    const reply = await thumbnailOf(body, 'width=32&height=32&method=crop');

    expect(reply).toMatchObject({ status: 200, body });
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline; filename="thumbnail.png"',
    });
  });

  test('a photo is turned upright, and says nothing of where it was taken', async () => {
    const { thumbnailOf, factsOf } = await setUp();
    const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 0/1' } };
    const body = await picture(600, 1_200)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge(exif)
      .toBuffer();

    const reply = await thumbnailOf(body, 'width=320&height=240&method=scale');

    const facts = await factsOf(reply);
    expect(facts.width).toBeGreaterThan(facts.height);
    expect(facts.exif).toBeUndefined();
    expect(facts.orientation).toBeUndefined();
  });

  test('is made once and found afterwards, also when many ask at the same time', async () => {
    const { keep, get, listFiles } = await setUp();
    const address = await keep({ body: await picture(500, 500).png().toBuffer() });
    const path = `${MEDIA}/thumbnail/${address}?width=96&height=96&method=crop`;

    const [first, ...others] = await Promise.all([get(path), get(path), get(path)]);
    const later = await get(path);

    for (const reply of [...others, later]) {
      expect(reply.body).toEqual(first?.body);
      expect(reply.headers['etag']).toBe(first?.headers['etag']);
    }
    expect(await listFiles('thumbnails')).toHaveLength(1);
  });

  test.each([
    { says: 'a large film is still unless it may move', query: '', side: 200, frames: 1 },
    { says: 'a large film is still if it must be', query: '&animated=false', side: 200, frames: 1 },
    { says: 'a large film moves if it may', query: '&animated=true', side: 200, frames: 3 },
    { says: 'a small film is still unless it may move', query: '', side: 20, frames: 1 },
    { says: 'a small film moves if it may', query: '&animated=true', side: 20, frames: 3 },
  ])('$says', async ({ query, side, frames }) => {
    const { thumbnailOf, factsOf } = await setUp();
    const body = await film(3, side, side);

    const reply = await thumbnailOf(body, `width=96&height=96&method=crop${query}`);

    const facts = await factsOf(reply);
    expect(facts.pages ?? 1).toBe(frames);
    expect(facts.width).toBe(Math.min(side, 96));
  });

  test('of something not uploaded yet, or by nobody, is refused', async () => {
    const { get } = await setUp();

    const reply = await get(`${MEDIA}/thumbnail/sotto.test/${'a'.repeat(24)}?width=32&height=32`);

    expect(answer(reply)).toBe('404 M_NOT_FOUND');
  });
});
