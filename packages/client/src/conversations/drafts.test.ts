import type { RoomId } from '@sotto/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMemoryStore } from '../platform/key-value-store.ts';
import { openDrafts } from './drafts.ts';

const room = '!room' as RoomId;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a draft survives a reload', async () => {
  const store = createMemoryStore();
  const before = await openDrafts(store, () => undefined);
  before.set(room, 'Dear');
  before.close();

  const after = await openDrafts(store, () => undefined);

  expect(after.of(room)).toBe('Dear');
});

test('a draft that was sent does not come back', async () => {
  const store = createMemoryStore();
  const before = await openDrafts(store, () => undefined);
  before.set(room, 'Dear');
  await vi.advanceTimersByTimeAsync(1_000);
  before.set(room, '');

  const after = await openDrafts(store, () => undefined);

  expect(before.of(room)).toBeNull();
  expect(after.of(room)).toBeNull();
});

test('the list is told of a draft that changed, and of nothing else', async () => {
  const changed: string[] = [];
  const drafts = await openDrafts(createMemoryStore(), (roomId) => changed.push(roomId));

  drafts.set(room, '');
  drafts.set(room, 'a');
  drafts.set(room, 'a');

  expect(changed).toEqual([room]);
});
