import { expect, test } from 'vitest';
import { limits } from '../rules/rules.ts';
import { hashPhoto, photoDistance, photoHashSize, type PhotoHash } from './photo-hash.ts';
import { drawn, face, landscape, shrunk, type Change } from './test-pictures.ts';

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);
/** As they were uploaded. */
const sizePx = 60;
const kinds = { landscape, face };
type Kind = keyof typeof kinds;
const everyKind = ['landscape', 'face'] as const;

const hashOf = (kind: Kind, seed: number, change: Change = {}): PhotoHash | null =>
  hashPhoto(shrunk(drawn(kinds[kind](seed), { sizePx, ...change })));
const originals = new Map(
  everyKind.map((kind) => [kind, SEEDS.map((seed) => hashOf(kind, seed))] as const),
);

function isSame(one: PhotoHash | null | undefined, other: PhotoHash | null | undefined): boolean {
  return !!one && !!other && photoDistance(one, other) <= limits.photoBitsMax;
}

function shareOfCopiesSeen(kind: Kind, change: Change): number {
  const seen = SEEDS.filter((seed, at) =>
    isSame(hashOf(kind, seed, change), originals.get(kind)?.[at]),
  );
  return seen.length / SEEDS.length;
}

test.each([
  { says: 'smaller', change: { sizePx: 37 }, share: 1 },
  { says: 'in poor quality', change: { noise: 12 }, share: 1 },
  { says: 'brighter', change: { light: 1.1, lift: 10 }, share: 0.9 },
  { says: 'cut by 3 % at every edge', change: { cut: 0.03 }, share: 0.9 },
  { says: 'cut by 5 % at every edge', change: { cut: 0.05 }, share: 0.8 },
  { says: 'all of it a little', change: { sizePx: 48, noise: 8, light: 0.9, cut: 0.02 }, share: 1 },
])('a copy $says is the same picture', ({ change, share }) => {
  for (const kind of everyKind) {
    expect(shareOfCopiesSeen(kind, change)).toBeGreaterThanOrEqual(share);
  }
});

test('no two different pictures are the same, not even of faces in the middle', () => {
  for (const kind of everyKind) {
    const hashes = originals.get(kind) ?? [];
    const pairs = hashes.flatMap((one, at) => hashes.slice(at + 1).map((other) => [one, other]));

    expect(hashes.filter((hash) => hash !== null).length).toBeGreaterThan(SEEDS.length * 0.9);
    expect(pairs.filter(([one, other]) => isSame(one, other))).toEqual([]);
  }
});

const { width, height } = photoHashSize;
const pixels = (light: (x: number, y: number) => number, opacity = 255): number[] =>
  Array.from({ length: width * height }, (_, at) => {
    const value = light(at % width, Math.floor(at / width));
    return [value, value, value, opacity];
  }).flat();

test('a hash says of each pixel whether it is brighter than the next', () => {
  const hash = hashPhoto(pixels((x, y) => (y < 4 ? 200 - x * 10 : 100 + x * 10)));

  expect(hash).toBe('ffffffff00000000');
});

test.each([
  { says: 'one colour', picture: pixels(() => 90) },
  { says: 'nearly one colour', picture: pixels((x) => 90 + (x % 2) * 20) },
  { says: 'a slope', picture: pixels((x) => x * 25) },
  { says: 'nothing that shows', picture: pixels((x, y) => ((x + y) % 2) * 255, 0) },
])('of $says there is no hash, because it looks like others of its kind', ({ picture }) => {
  expect(hashPhoto(picture)).toBeNull();
});

test.each([
  ['0000000000000000', '0000000000000000', 0],
  ['0000000000000000', '0000000000000001', 1],
  ['ffffffffffffffff', '0000000000000000', 64],
  ['8000000000000000', '000000000000000f', 5],
])('between %s and %s differ %i bits', (one, other, bits) => {
  expect(photoDistance(one, other)).toBe(bits);
});
