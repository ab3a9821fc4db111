import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

test.each([
  { next: undefined, goes: '/' },
  { next: '/c/!abc', goes: '/c/!abc' },
  { next: '/settings/devices#top', goes: '/settings/devices#top' },
  { next: '/welcome/sign-in', goes: '/' },
  { next: 'https://elsewhere.example/c', goes: '/' },
  { next: '//elsewhere.example/c', goes: '/' },
  { next: '/\\elsewhere.example', goes: '/' },
  { next: 'javascript:alert(1)', goes: '/' },
  { next: 'c/relative', goes: '/' },
  { next: '//', goes: '/' },
])('after signing in, $next leads to $goes', ({ next, goes }) => {
  expect(safePath(next)).toBe(goes);
});
