import { expect, test, vi } from 'vitest';
import { createSubject } from '../observable.ts';
import { openLater, openSoon } from './open-later.ts';

function makePart() {
  return { close: vi.fn<() => void>() };
}

function failingOnce<Part>(part: Part) {
  const load = vi.fn<() => Promise<Part>>(async () => part);
  return load.mockRejectedValueOnce(new Error('offline'));
}

test('a part is opened by its first use, and once', async () => {
  const part = makePart();
  const load = vi.fn<() => Promise<typeof part>>(async () => part);
  const later = openLater(load);
  expect(later.isWanted()).toBe(false);

  expect(await later.open()).toBe(part);
  expect(await later.open()).toBe(part);

  expect(later.isWanted()).toBe(true);
  expect(load).toHaveBeenCalledTimes(1);
});

test('one that did not come is asked for again by the next use', async () => {
  const part = makePart();
  const load = failingOnce(part);
  const later = openLater(load);

  await expect(later.open()).rejects.toThrow('offline');

  expect(await later.open()).toBe(part);
});

test('one that is closed while it comes is closed when it is there', async () => {
  const part = makePart();
  const later = openLater(async () => part);
  const opening = later.open();

  later.close();
  await opening;

  expect(part.close).toHaveBeenCalledTimes(1);
});

test('a part that is needed soon is tried again with the next connection, until it is closed', async () => {
  const part = makePart();
  const load = failingOnce(part);
  const online = createSubject(false);
  const later = openSoon(online, load);
  await expect(later.open()).rejects.toThrow('offline');

  online.set(true);
  expect(await later.open()).toBe(part);
  later.close();
  online.set(false);

  expect(part.close).toHaveBeenCalledTimes(1);
  expect(load).toHaveBeenCalledTimes(2);
});
