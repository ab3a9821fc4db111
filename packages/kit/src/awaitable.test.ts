import { expect, test } from 'vitest';
import { allOf, andThen, isPending } from './awaitable.ts';

test('what is there goes on at once, and what is not when it comes', async () => {
  const there = andThen(20, (value) => value + 1);
  const coming = andThen(Promise.resolve(20), (value) => value + 1);

  expect(there).toBe(21);
  expect(isPending(coming)).toBe(true);
  expect(await coming).toBe(21);
});

test('what fails while it is awaited fails where it is waited for', async () => {
  const fault = new Error('The disk is full.');

  await expect(andThen(Promise.reject(fault), () => 1)).rejects.toThrow('full');
  await expect(allOf([1, Promise.reject(fault)])).rejects.toThrow('full');
});

test('several are there at once only if all of them are', async () => {
  expect(allOf([1, 'two'])).toEqual([1, 'two']);

  const mixed = allOf([1, Promise.resolve('two')]);

  expect(isPending(mixed)).toBe(true);
  expect(await mixed).toEqual([1, 'two']);
});
