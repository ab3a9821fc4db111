import { expect, test, vi } from 'vitest';
import { withActions } from './with-actions.ts';

test('what is known is there, and actions are fetched when they are first done', async () => {
  const actions = { double: async (one: number) => one * 2 };
  const open = vi.fn<() => Promise<typeof actions>>(async () => actions);
  const book = withActions({ known: 1 }, open);
  expect(book.known).toBe(1);
  expect(open).not.toHaveBeenCalled();

  expect(await book.double(2)).toBe(4);
});

test('an action that cannot be fetched fails, and it can be waited for as it is', async () => {
  const book = withActions({}, async (): Promise<{ act: () => Promise<void> }> => {
    throw new Error('offline');
  });

  await expect(book.act()).rejects.toThrow('offline');
  expect(await Promise.resolve(book)).toBe(book);
});
