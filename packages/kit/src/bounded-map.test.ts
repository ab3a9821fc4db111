import { expect, test } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

const keysOf = <Value>(map: BoundedMap<string, Value>) => Array.from(map.entries(), ([key]) => key);

test('the oldest goes first, but one that was asked for meanwhile only after those that were not', () => {
  const map = new BoundedMap<string, number>(2);

  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.set('c', 3);

  expect(keysOf(map)).toEqual(['a', 'c']);

  map.set('d', 4);

  expect(keysOf(map)).toEqual(['c', 'd']);
});

test('where all were asked for, the oldest goes, and never what just came', () => {
  const map = new BoundedMap<string, number>(2);

  map.set('a', 1);
  map.set('b', 2);
  map.get('a');
  map.get('b');
  map.set('c', 3);

  expect(keysOf(map)).toEqual(['b', 'c']);
});

test('as many go as it takes for the rest not to weigh too much', () => {
  const map = new BoundedMap<string, string>(100, {
    weightMax: 10,
    weigh: (text) => text.length,
  });

  map.set('a', 'xxx');
  map.set('b', 'xxx');
  map.set('c', 'xxx');
  map.set('d', 'xxxxxxx');

  expect(keysOf(map)).toEqual(['c', 'd']);
});

test('what is replaced or deleted weighs nothing any more', () => {
  const map = new BoundedMap<string, string>(100, {
    weightMax: 10,
    weigh: (text) => text.length,
  });

  map.set('a', 'xxxxxxxx');
  map.set('a', 'x');
  map.set('b', 'xxxxxxxx');
  map.delete('b');
  map.set('c', 'xxxxxxxxx');

  expect(keysOf(map)).toEqual(['a', 'c']);
});

test('what is too heavy by itself is not kept, and leaves room for what comes', () => {
  const map = new BoundedMap<string, string>(100, {
    weightMax: 10,
    weigh: (text) => text.length,
  });

  map.set('a', 'xxxxxxxxxxx');
  map.set('b', 'x');

  expect(keysOf(map)).toEqual(['b']);
});
