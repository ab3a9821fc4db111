import { expect, test } from 'vitest';
import { mayBeInline, sanitiseContentType } from './content-type.ts';

test.each([
  { given: 'image/png', kept: 'image/png' },
  { given: 'IMAGE/PNG', kept: 'image/png' },
  { given: 'text/plain; charset=UTF-8', kept: 'text/plain; charset=utf-8' },
  { given: 'text/plain;charset="utf-8"; x=y', kept: 'text/plain; charset=utf-8' },
  { given: 'text/plain; x=y', kept: 'text/plain' },
  { given: 'image/svg+xml', kept: 'image/svg+xml' },
  { given: undefined, kept: 'application/octet-stream' },
  { given: '', kept: 'application/octet-stream' },
  { given: 'png', kept: 'application/octet-stream' },
  { given: 'image/png\r\nx-evil: 1', kept: 'application/octet-stream' },
  { given: 'text/html, image/png', kept: 'application/octet-stream' },
  { given: `image/${'x'.repeat(65)}`, kept: 'application/octet-stream' },
  { given: 'text/plain; charset=a\r\nb', kept: 'text/plain' },
])('$given is kept as $kept', ({ given, kept }) => {
  expect(sanitiseContentType(given)).toBe(kept);
});

test.each([
  { type: 'image/png', inline: true },
  { type: 'video/mp4', inline: true },
  { type: 'audio/ogg; charset=utf-8', inline: true },
  { type: 'image/svg+xml', inline: false },
  { type: 'text/html', inline: false },
  { type: 'text/html; charset=utf-8', inline: false },
  { type: 'application/xhtml+xml', inline: false },
  { type: 'text/xml', inline: false },
  { type: 'text/javascript', inline: false },
  { type: 'text/css', inline: false },
  { type: 'application/pdf', inline: false },
  { type: 'application/octet-stream', inline: false },
])('$type is shown in place: $inline', ({ type, inline }) => {
  expect(mayBeInline(type)).toBe(inline);
});
