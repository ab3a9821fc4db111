import { expect, test } from 'vitest';
import { checkFiles } from './check-files.ts';

const limits = { inTray: 0, bytesMax: 50_000_000 };
const file = (name: string, size: number) => ({ name, size });

test('a file at the limit is taken, one byte more is not', () => {
  const atLimit = file('a.mov', 50_000_000);
  const over = file('b.mov', 50_000_001);

  expect(checkFiles([atLimit], limits)).toEqual({ accepted: [atLimit], problem: null });
  expect(checkFiles([over], limits)).toEqual({
    accepted: [],
    problem: '“b.mov” is 50 MB. The most you can send is 50 MB.',
  });
});

test('several that are too large are counted, the others are kept', () => {
  const small = file('c.jpg', 10);
  const checked = checkFiles([file('a', 6e7), small, file('b', 7e7)], limits);

  expect(checked).toEqual({ accepted: [small], problem: '2 files are larger than 50 MB.' });
});

test('an empty file says so', () => {
  expect(checkFiles([file('note.txt', 0)], limits)).toEqual({
    accepted: [],
    problem: '“note.txt” is empty.',
  });
});

test('the tray holds ten', () => {
  const files = Array.from({ length: 4 }, (_, index) => file(`${index}.jpg`, 1));

  expect(checkFiles(files, { ...limits, inTray: 6 })).toEqual({ accepted: files, problem: null });
  expect(checkFiles(files, { ...limits, inTray: 7 })).toEqual({
    accepted: files.slice(0, 3),
    problem: 'You can send 10 at a time.',
  });
});
