import { expect, test } from 'vitest';
import { createMemoryStore, openSlot } from './key-value-store.ts';

test('what is read is a copy: changing it changes nothing', async () => {
  const store = createMemoryStore();
  const slot = openSlot<{ names: string[] }>(store, 'a');
  await slot.set({ names: ['mira'] });

  (await slot.get())?.names.push('jonas');

  expect(await slot.get()).toEqual({ names: ['mira'] });
});

test('entries are listed by prefix, in the order of their keys', async () => {
  const store = createMemoryStore();
  await store.set('draft/b', 2);
  await store.set('outbox/a', 3);
  await store.set('draft/a', 1);

  expect(await store.list('draft/')).toEqual([
    ['draft/a', 1],
    ['draft/b', 2],
  ]);
});

test('an empty slot gives null, also after it was emptied', async () => {
  const slot = openSlot<number>(createMemoryStore(), 'a');
  expect(await slot.get()).toBeNull();

  await slot.set(1);
  await slot.delete();

  expect(await slot.get()).toBeNull();
});
