import { isBlurhashValid } from 'blurhash';
import { expect, test } from 'vitest';
import { fitWithin, type ImageTool } from './image-tool.ts';
import { prepareFile } from './prepare-file.ts';

interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seeThrough?: boolean;
  /** How many bytes the encoder makes of it, by type. */
  readonly sizes?: Readonly<Record<string, number>>;
}

/** Draws a picture of any given size without a screen. */
function toolFor(picture: Picture | null) {
  const closed: boolean[] = [];
  const tool: ImageTool = {
    async open() {
      if (!picture) return null;
      const { widthPx, heightPx, seeThrough = false, sizes = {} } = picture;
      return {
        widthPx,
        heightPx,
        async encode({ sidePxMax, mimeType }) {
          const size = fitWithin(picture, sidePxMax);
          const bytes = new Uint8Array(sizes[mimeType] ?? 10);
          return { bytes: new Blob([bytes], { type: mimeType }), ...size };
        },
        pixels(sidePxMax) {
          const size = fitWithin(picture, sidePxMax);
          const rgba = new Uint8ClampedArray(size.widthPx * size.heightPx * 4).fill(255);
          if (seeThrough) rgba[3] = 0;
          return { rgba, ...size };
        },
        close: () => void closed.push(true),
      };
    },
  };
  return { tool, closed };
}

const fileOf = (name: string, type: string, text = 'original bytes') =>
  new File([text], name, { type });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('a photo is drawn anew, so that nothing but its pixels is sent', async () => {
  const { tool, closed } = toolFor({ widthPx: 3000, heightPx: 2000 });

  const sent = await prepareFile(fileOf('beach.jpeg', 'image/jpeg', 'GPS 59.9N 10.7E'), tool);

  expect(text(sent.bytes)).not.toContain('GPS');
  expect(sent).toMatchObject({ kind: 'photo', name: 'beach.jpg', mimeType: 'image/jpeg' });
  expect(closed).toEqual([true]);
});

test('a photo larger than 4096 px is shrunk and keeps its shape', async () => {
  const { tool } = toolFor({ widthPx: 8192, heightPx: 4000 });

  const sent = await prepareFile(fileOf('wide.jpg', 'image/jpeg'), tool);

  expect(sent).toMatchObject({ widthPx: 4096, heightPx: 2000 });
  expect(sent.thumbnail).toMatchObject({ widthPx: 640, heightPx: 313, mimeType: 'image/jpeg' });
});

test.each([
  { widthPx: 4096, heightPx: 10, sentPx: 4096 },
  { widthPx: 4097, heightPx: 10, sentPx: 4096 },
])('a photo $widthPx px wide is sent $sentPx px wide', async ({ widthPx, heightPx, sentPx }) => {
  const { tool } = toolFor({ widthPx, heightPx });

  expect((await prepareFile(fileOf('a.jpg', 'image/jpeg'), tool)).widthPx).toBe(sentPx);
});

test('a photo that is a thumbnail already has no other', async () => {
  const atLimit = toolFor({ widthPx: 640, heightPx: 480 });
  const above = toolFor({ widthPx: 641, heightPx: 480 });

  expect((await prepareFile(fileOf('a.jpg', 'image/jpeg'), atLimit.tool)).thumbnail).toBeNull();
  expect((await prepareFile(fileOf('a.jpg', 'image/jpeg'), above.tool)).thumbnail).not.toBeNull();
});

test('a photo has a blurhash', async () => {
  const { tool } = toolFor({ widthPx: 300, heightPx: 200 });

  const { blurhash } = await prepareFile(fileOf('a.jpg', 'image/jpeg'), tool);

  expect(isBlurhashValid(blurhash ?? '').result).toBe(true);
});

test.each([
  { from: 'image/png', seeThrough: true, as: 'image/png' },
  { from: 'image/webp', seeThrough: true, as: 'image/webp' },
  { from: 'image/webp', seeThrough: false, as: 'image/jpeg' },
  { from: 'image/avif', seeThrough: false, as: 'image/jpeg' },
  { from: 'image/png', seeThrough: false, as: 'image/png' },
])('$from, see-through: $seeThrough, is sent as $as', async ({ from, seeThrough, as }) => {
  const { tool } = toolFor({ widthPx: 900, heightPx: 900, seeThrough });

  expect((await prepareFile(fileOf('a', from), tool)).mimeType).toBe(as);
});

test('a photo saved as an enormous PNG is sent as a JPEG', async () => {
  const { tool } = toolFor({ widthPx: 900, heightPx: 900, sizes: { 'image/png': 1_500_001 } });

  const sent = await prepareFile(fileOf('scan.png', 'image/png'), tool);

  expect(sent).toMatchObject({ mimeType: 'image/jpeg', name: 'scan.jpg' });
});

test('a GIF goes on moving: its bytes stay as they are', async () => {
  const { tool } = toolFor({ widthPx: 900, heightPx: 900 });
  const gif = 'GIF89a\u{1}\0\u{1}\0\0\0\0;';

  const sent = await prepareFile(fileOf('cat.gif', 'image/gif', gif), tool);

  expect(sent).toMatchObject({ kind: 'photo', name: 'cat.gif', mimeType: 'image/gif' });
  expect(text(sent.bytes)).toBe(gif);
});

test.each([
  { says: 'a document', file: fileOf('a.pdf', 'application/pdf'), mimeType: 'application/pdf' },
  { says: 'a vector drawing', file: fileOf('a.svg', 'image/svg+xml'), mimeType: 'image/svg+xml' },
  { says: 'a file of no type', file: fileOf('a', ''), mimeType: 'application/octet-stream' },
])('$says is a file, sent as it is', async ({ file, mimeType }) => {
  const { tool } = toolFor({ widthPx: 1, heightPx: 1 });

  const sent = await prepareFile(file, tool);

  expect(sent).toMatchObject({ kind: 'file', name: file.name, mimeType, thumbnail: null });
  expect(text(sent.bytes)).toBe('original bytes');
});

test('a picture this device cannot draw is sent as a file', async () => {
  const { tool } = toolFor(null);

  const sent = await prepareFile(fileOf('a.heic', 'image/heic'), tool);

  expect(sent).toMatchObject({ kind: 'file', name: 'a.heic', mimeType: 'image/heic' });
});

test('a photo this browser cannot draw still loses where it was taken', async () => {
  const { tool } = toolFor(null);
  const info = '\0\0\0\x14infe\x02\0\0\0\0\x01\0\0Exif';
  const infos = `\0\0\0\x22iinf\0\0\0\0\0\x01${info}`;
  const location = '\0\0\0\x1eiloc\0\0\0\0\x44\0\0\x01\0\x01\0\0\0\x01\0\0\0\x6c\0\0\0\x07';
  const meta = `\0\0\0\x4cmeta\0\0\0\0${infos}${location}`;
  const photo = `\0\0\0\x18ftypheic\0\0\0\0mif1heic${meta}\0\0\0\x13mdatGPS 59N pix`;

  const sent = await prepareFile(fileOf('IMG_1.HEIC', '', photo), tool);

  expect(sent.kind).toBe('file');
  expect(text(sent.bytes)).not.toContain('GPS');
  expect(text(sent.bytes)).toContain('pix');
});
