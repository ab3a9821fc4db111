import { expect, test } from 'vitest';
import { keepMoving } from './moving-picture.ts';

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const u32 = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const bytesOf = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());
const textOf = async (blob: Blob | null) =>
  blob && String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()));

const PLACE = 'GPS 59.9N 10.7E';

const blocks = (text: string) => [text.length, ...ascii(text), 0];
const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, ...blocks('pixels')];
const localColours = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, ...ascii('colour'), 2, ...blocks('more')];
const application = (name: string, content: string) => [
  0x21,
  0xff,
  11,
  ...ascii(name),
  ...blocks(content),
];
const gifHead = [...ascii('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0, ...ascii('global')];

function gif(...middle: readonly (readonly number[])[]) {
  return bytesOf(gifHead, ...middle, [0x3b], ascii(`behind the end: ${PLACE}`));
}

test('a GIF keeps its frames and how often they repeat, and nothing that is said beside them', async () => {
  const loop = application('NETSCAPE2.0', '\u{1}\0\0');
  const delay = [0x21, 0xf9, 4, 0, 10, 0, 0, 0];
  const comment = [0x21, 0xfe, ...blocks(PLACE)];
  const xmp = application('XMP DataXMP', PLACE);

  const clean = keepMoving(gif(comment, loop, xmp, delay, frame, comment, delay, localColours));

  expect(clean?.type).toBe('image/gif');
  expect(await textOf(clean)).toBe(
    String.fromCharCode(...bytesOf(gifHead, loop, delay, frame, delay, localColours, [0x3b])),
  );
});

const pngChunk = (type: string, content: string) => [
  ...u32(content.length),
  ...ascii(type),
  ...ascii(content),
  ...u32(0),
];
const pngHead = [0x89, ...ascii('PNG\r\n\u{1a}\n')];

test('a moving PNG keeps its frames and colours, and loses place and texts', async () => {
  const picture = ['IHDR', 'acTL', 'iCCP', 'fcTL', 'IDAT', 'fcTL', 'fdAT'].map((type) =>
    pngChunk(type, 'x'),
  );
  const talk = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'prVt'].map((type) =>
    pngChunk(type, PLACE),
  );
  const end = pngChunk('IEND', '');

  const clean = keepMoving(bytesOf(pngHead, ...picture, ...talk, end, ascii(PLACE)));

  expect(clean?.type).toBe('image/png');
  expect(await textOf(clean)).toBe(String.fromCharCode(...bytesOf(pngHead, ...picture, end)));
});

const webpChunk = (type: string, content: readonly number[]) => [
  ...ascii(type),
  ...u32(content.length).toReversed(),
  ...content,
  ...(content.length % 2 ? [0] : []),
];

function webp(flags: number, ...chunks: readonly (readonly number[])[]) {
  const content = [...ascii('WEBP'), ...webpChunk('VP8X', [flags, 0, 0, 0]), ...chunks.flat()];
  return bytesOf(ascii('RIFF'), u32(content.length).toReversed(), content);
}

test('a moving WebP keeps its frames, and says no more that it has camera data', async () => {
  const frames = [webpChunk('ANIM', ascii('loop')), webpChunk('ANMF', ascii('frame'))];
  const talk = ['EXIF', 'XMP ', 'abcd'].map((type) => webpChunk(type, ascii(PLACE)));

  const clean = keepMoving(webp(0x1e, ...frames, ...talk));

  expect(clean?.type).toBe('image/webp');
  expect(await textOf(clean)).toBe(String.fromCharCode(...webp(0x12, ...frames)));
});

test.each([
  { says: 'nothing', bytes: new Uint8Array() },
  { says: 'a JPEG', bytes: bytesOf([0xff, 0xd8, 0xff, 0xe0], ascii('a photo of some size')) },
  {
    says: 'a PNG that stands still',
    bytes: bytesOf(pngHead, pngChunk('IHDR', 'x'), pngChunk('IDAT', 'x'), pngChunk('IEND', '')),
  },
  { says: 'a WebP that stands still', bytes: webp(0x0c, webpChunk('VP8 ', ascii('pixels'))) },
  { says: 'a GIF that is cut off', bytes: gif(frame).slice(0, gifHead.length + 5) },
  { says: 'a GIF with a block of no kind', bytes: gif([0x42, 1, 2]) },
  {
    says: 'a PNG whose chunk reaches beyond the end',
    bytes: bytesOf(pngHead, pngChunk('acTL', 'x'), u32(0xffffffff), ascii('fdATxxxx')),
  },
  {
    says: 'a WebP whose frame reaches beyond the end',
    bytes: webp(0x02, ascii('ANMF'), [255, 255, 255, 127], ascii('frame')),
  },
])('$says is drawn instead', ({ bytes }) => {
  expect(keepMoving(bytes)).toBeNull();
});
