import { expect, test } from 'vitest';
import { writeInOrder, type SyncBackend } from './write-in-order.ts';

function setUp() {
  const written: string[] = [];
  let finish: (fault?: Error) => void = () => undefined;
  const backend: SyncBackend = {
    persistAccountData: () =>
      new Promise((resolve, reject) => {
        finish = (fault) => {
          if (fault) return reject(fault);
          written.push('account data');
          return resolve(undefined);
        };
      }),
    async persistSyncData(nextBatch) {
      written.push(`place ${String(nextBatch)}`);
    },
  };
  writeInOrder(backend);
  // As the SDK does it: all at the same moment.
  const save = (nextBatch: string) =>
    Promise.all([backend.persistAccountData([]), backend.persistSyncData(nextBatch, {})]);
  return { written, save, finish: (fault?: Error) => finish(fault) };
}

test('the place in the sync is written after the account data that came up to it', async () => {
  const { written, save, finish } = setUp();
  const saved = save('s7');
  await Promise.resolve();
  expect(written).toEqual([]);

  finish();
  await saved;

  expect(written).toEqual(['account data', 'place s7']);
});

test('without the account data the place stays where it was', async () => {
  const { written, save, finish } = setUp();
  const saved = save('s7');
  finish(new Error('The disk is full.'));

  await expect(saved).rejects.toThrow('full');
  expect(written).toEqual([]);
});
