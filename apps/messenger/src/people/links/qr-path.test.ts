import { generate } from 'lean-qr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

function squaresOf(rows: readonly string[]) {
  return { size: rows.length, get: (x: number, y: number) => rows[y]?.[x] === '#' };
}

test('each run of dark squares is one stroke, inside a light border', () => {
  const path = qrPath(squaresOf(['##.', '..#', '...']));

  expect(path).toBe('M4 4h2v1h-2zM6 5h1v1h-1z');
});

test('a code begins with the corner that scanners look for', () => {
  const path = qrPath(generate('https://sotto.example/u/mira'));

  expect(path).toMatch(/^M4 4h7v1h-7z/u);
});
