import { describe, expect, test } from 'vitest';
import { checkScriptUrl } from './trusted-types.ts';

const origin = 'https://sotto.example';

describe('checkScriptUrl', () => {
  test.each(['/sw.js', 'https://sotto.example/sw.js', '/assets/thumbnail-B4x_9.js'])(
    'our own %s may run',
    (url) => {
      expect(checkScriptUrl(url, origin)).toBe(url);
    },
  );

  test.each([
    'https://elsewhere.example/sw.js',
    '//elsewhere.example/assets/a.js',
    '/_matrix/client/v1/media/download/sotto.example/a.js',
    '/assets/../_matrix/media/a.js',
    '/assets/nested/a.js',
    '/assets/a.svg',
    'data:text/javascript,1',
    'blob:https://sotto.example/1',
    'javascript:1',
  ])('%s may not', (url) => {
    expect(() => checkScriptUrl(url, origin)).toThrow('Only scripts of this app may run.');
  });
});
