import { expect, test } from 'vitest';
import { isAnimatedPng, recogniseImage } from './image-format.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const PNG = '\x89PNG\r\n\x1a\n';

test.each([
  { says: 'a PNG', head: PNG, format: 'png' },
  { says: 'a JPEG', head: '\xff\xd8\xff\xe0', format: 'jpeg' },
  { says: 'an old GIF', head: 'GIF87a', format: 'gif' },
  { says: 'a GIF', head: 'GIF89a', format: 'gif' },
  { says: 'a WebP', head: 'RIFF\0\0\0\0WEBPVP8 ', format: 'webp' },
  { says: 'a WAV', head: 'RIFF\0\0\0\0WAVEfmt ', format: null },
  { says: 'an SVG', head: '<svg xmlns="http://www.w3.org/2000/svg">', format: null },
  { says: 'an SVG that begins late', head: '<?xml version="1.0"?><svg>', format: null },
  { says: 'a page', head: '<!doctype html>', format: null },
  { says: 'a TIFF', head: 'II*\0', format: null },
  { says: 'an AVIF', head: '\0\0\0\x20ftypavif', format: null },
  { says: 'a PDF', head: '%PDF-1.7', format: null },
  { says: 'PostScript', head: '%!PS-Adobe', format: null },
  { says: 'half a PNG', head: '\x89PNG', format: null },
  { says: 'a PNG after a space', head: ` ${PNG}`, format: null },
  { says: 'nothing', head: '', format: null },
])('$says is recognised as $format', ({ head, format }) => {
  expect(recogniseImage(latin1(head))).toBe(format);
});

test('a PNG that moves is told from one that does not', () => {
  expect(isAnimatedPng(latin1(`${PNG}\0\0\0\rIHDR....acTL`))).toBe(true);
  expect(isAnimatedPng(latin1(`${PNG}\0\0\0\rIHDR....IDAT`))).toBe(false);
  expect(isAnimatedPng(latin1('GIF89a acTL'))).toBe(false);
});
