import { expect, test } from 'vitest';
import { blankHeifMetadata } from './heif-metadata.ts';

const ascii = (text: string) => Array.from(text, (character) => character.charCodeAt(0));
const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const box = (type: string, content: readonly number[]) => [
  ...u32(content.length + 8),
  ...ascii(type),
  ...content,
];
const fullBox = (type: string, version: number, content: readonly number[]) =>
  box(type, [version, 0, 0, 0, ...content]);

const PLACE = 'Exif GPS 59.9N 10.7E';
const XMP = '<x:xmpmeta>by a camera</x:xmpmeta>';
const PIXELS = 'these are the pixels';

interface Layout {
  readonly brand?: string;
  readonly infoVersion?: 2 | 3;
  readonly locationVersion?: 0 | 1 | 2;
  /** The metadata lies in the `idat` box instead of behind everything. */
  readonly inline?: boolean;
  readonly exifLength?: number;
}

/** A photo of three items: pixels, Exif and XMP. */
function heif(layout: Layout = {}): Uint8Array {
  const { brand = 'heic', infoVersion = 2, locationVersion = 1, inline = false } = layout;
  const { exifLength = PLACE.length } = layout;
  const infoId = infoVersion === 2 ? u16 : u32;
  const info = (id: number, type: string) =>
    fullBox('infe', infoVersion, [...infoId(id), ...u16(0), ...ascii(type), 0]);
  const infos = fullBox('iinf', 0, [
    ...u16(3),
    ...info(1, 'hvc1'),
    ...info(2, 'Exif'),
    ...info(3, 'mime'),
  ]);
  const head = box('ftyp', [...ascii(brand), ...u32(0), ...ascii('mif1')]);

  const locationId = locationVersion === 2 ? u32 : u16;
  const method = (isInline: boolean) => (locationVersion === 0 ? [] : u16(isInline ? 1 : 0));
  const location = (id: number, isInline: boolean, at: number, length: number) => [
    ...locationId(id),
    ...method(isInline),
    ...u16(0),
    ...u16(1),
    ...u32(at),
    ...u32(length),
  ];
  const metaWith = (dataAt: number) =>
    fullBox('meta', 0, [
      ...infos,
      ...fullBox('iloc', locationVersion, [
        0x44,
        0x00,
        ...locationId(3),
        ...location(1, false, dataAt, PIXELS.length),
        ...location(2, inline, inline ? 0 : dataAt + PIXELS.length, exifLength),
        ...location(
          3,
          inline,
          inline ? PLACE.length : dataAt + PIXELS.length + PLACE.length,
          XMP.length,
        ),
      ]),
      ...(inline ? box('idat', ascii(PLACE + XMP)) : []),
    ]);
  const dataAt = head.length + metaWith(0).length + 8;
  const data = box('mdat', ascii(inline ? PIXELS : PIXELS + PLACE + XMP));
  return Uint8Array.from([...head, ...metaWith(dataAt), ...data]);
}

const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);

test.each<Layout>([
  {},
  { brand: 'avif' },
  { infoVersion: 3, locationVersion: 2 },
  { locationVersion: 0 },
  { inline: true },
  { inline: true, locationVersion: 2 },
])('place and time are gone and the pixels are not: %o', (layout) => {
  const bytes = heif(layout);
  const lengthBefore = bytes.length;
  expect(textOf(bytes)).toContain('GPS');

  expect(blankHeifMetadata(bytes)).toBe(true);

  expect(textOf(bytes)).not.toMatch(/GPS|xmpmeta/);
  expect(textOf(bytes)).toContain(PIXELS);
  expect(bytes.length).toBe(lengthBefore);
});

test('a length beyond the file changes nothing', () => {
  const bytes = heif({ exifLength: 1_000_000 });
  const before = bytes.slice();

  expect(blankHeifMetadata(bytes)).toBe(false);

  expect(bytes).toEqual(before);
});

test('a photo cut off anywhere is left alone or cleaned, and never throws', () => {
  const whole = heif();

  const outcomes = Array.from({ length: whole.length }, (_, length) =>
    blankHeifMetadata(whole.slice(0, length)),
  );

  // What the metadata's own place is cut off from cannot be understood.
  expect(outcomes.slice(0, 60)).not.toContain(true);
});

test('any byte of the description may lie without an exception or a change to the size', () => {
  const whole = heif();
  for (let at = 0; at < whole.length; at += 1) {
    for (const lie of [0, 1, 0x7f, 0xff]) {
      const bytes = whole.slice();
      bytes[at] = lie;
      blankHeifMetadata(bytes);
      expect(bytes.length).toBe(whole.length);
    }
  }
});

test.each([
  { says: 'nothing', bytes: new Uint8Array() },
  { says: 'a text', bytes: Uint8Array.from(ascii('just a text file of some length')) },
  { says: 'a film', bytes: heif({ brand: 'isom' }).map((byte, at) => (at === 16 ? 0x78 : byte)) },
])('$says is not touched', ({ bytes }) => {
  const before = bytes.slice();

  expect(blankHeifMetadata(bytes)).toBe(false);

  expect(bytes).toEqual(before);
});
