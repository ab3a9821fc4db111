import { expect, test } from 'vitest';
import { splitPropertyPath } from './property-path.ts';

test.each([
  { path: 'type', names: ['type'] },
  { path: 'content.body', names: ['content', 'body'] },
  { path: 'content.m\\.relates_to', names: ['content', 'm.relates_to'] },
  { path: 'content.m\\\\foo', names: ['content', 'm\\foo'] },
  { path: 'content.m\\\\.foo', names: ['content', 'm\\', 'foo'] },
  { path: 'content.\\x', names: ['content', '\\x'] },
  { path: 'content.', names: ['content', ''] },
  { path: 'a\\', names: ['a\\'] },
])('$path names $names', ({ path, names }) => {
  expect(splitPropertyPath(path)).toEqual(names);
});
