import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUrlCache } from './url-cache.ts';

const revoked: string[] = [];
beforeEach(() => {
  revoked.length = 0;
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(count += 1)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.push(url));
});
afterEach(() => void vi.restoreAllMocks());

const blob = (sizeBytes: number) => new Blob([new Uint8Array(sizeBytes)]);

test('a file is loaded once, however many show it', async () => {
  const cache = createUrlCache(100);
  const load = vi.fn<() => Promise<Blob>>(async () => blob(1));

  const urls = await Promise.all([cache.hold('a', load), cache.hold('a', load)]);

  expect(urls).toEqual(['blob:1', 'blob:1']);
  expect(load).toHaveBeenCalledTimes(1);
});

test('what is shown stays, what is not goes once there is too much, least recent first', async () => {
  const cache = createUrlCache(10);
  await cache.hold('held', async () => blob(6));
  await cache.hold('old', async () => blob(2));
  await cache.hold('recent', async () => blob(2));
  cache.release('old');
  cache.release('recent');
  expect(revoked).toEqual([]);

  await cache.hold('new', async () => blob(1));
  await vi.waitFor(() => expect(revoked).toHaveLength(1));

  expect(revoked).toEqual(['blob:2']);
});

test('a released file is there at once when it is shown again', async () => {
  const cache = createUrlCache(10);
  await cache.hold('a', async () => blob(1));
  cache.release('a');

  const url = await cache.hold('a', () => Promise.reject(new Error('loaded again')));

  expect(url).toBe('blob:1');
});

test('a file that failed to load is tried again', async () => {
  const cache = createUrlCache(10);
  await expect(cache.hold('a', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');

  expect(await cache.hold('a', async () => blob(1))).toBe('blob:1');
});

test('what was just sent is not fetched', async () => {
  const cache = createUrlCache(10);
  cache.put('a', blob(1));

  expect(await cache.hold('a', () => Promise.reject(new Error('fetched')))).toBe('blob:1');
});

test('clearing lets go of everything', async () => {
  const cache = createUrlCache(10);
  await cache.hold('a', async () => blob(1));

  cache.clear();

  await vi.waitFor(() => expect(revoked).toEqual(['blob:1']));
});
