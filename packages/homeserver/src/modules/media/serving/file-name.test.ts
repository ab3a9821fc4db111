import { expect, test } from 'vitest';
import { contentDisposition, sanitiseFileName } from './file-name.ts';

test.each([
  { given: 'War and Peace.pdf', kept: 'War and Peace.pdf' },
  { given: 'Käse 🧀.png', kept: 'Käse 🧀.png' },
  { given: '../../etc/passwd', kept: '.._.._etc_passwd' },
  { given: 'C:\\Windows\\x.exe', kept: 'C:_Windows_x.exe' },
  { given: 'a\r\nset-cookie: x', kept: 'a__set-cookie: x' },
  { given: 'a\u0000b', kept: 'a_b' },
  { given: 'photo\u202Egpj.exe', kept: 'photo_gpj.exe' },
  { given: '\ud800', kept: '_' },
  { given: ' padded ', kept: 'padded' },
  { given: '..', kept: null },
  { given: '', kept: null },
  { given: undefined, kept: null },
  { given: 'x'.repeat(255), kept: 'x'.repeat(255) },
  { given: `${'x'.repeat(300)}.jpeg`, kept: `${'x'.repeat(250)}.jpeg` },
  { given: `${'é'.repeat(200)}.png`, kept: `${'é'.repeat(125)}.png` },
  { given: `a.${'x'.repeat(300)}`, kept: `a.${'x'.repeat(253)}` },
])('$given is kept as $kept', ({ given, kept }) => {
  expect(sanitiseFileName(given)).toBe(kept);
});

test.each([
  { name: null, header: 'attachment' },
  { name: 'a b.txt', header: 'attachment; filename="a b.txt"' },
  {
    name: 'Käse 🧀.png',
    header: `attachment; filename="K_se _.png"; filename*=UTF-8''K%C3%A4se%20%F0%9F%A7%80.png`,
  },
  {
    name: 'say "hi"; x=.txt',
    header: `attachment; filename="say _hi_; x=.txt"; filename*=UTF-8''say%20%22hi%22%3B%20x%3D.txt`,
  },
  {
    name: "it's (1)*é",
    header: `attachment; filename="it's (1)*_"; filename*=UTF-8''it%27s%20%281%29%2A%C3%A9`,
  },
])('$name is announced as $header', ({ name, header }) => {
  expect(contentDisposition('attachment', name)).toBe(header);
});
