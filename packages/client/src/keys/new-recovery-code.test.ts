import { expect, test } from 'vitest';
import { createMemoryStore } from '../platform/key-value-store.ts';
import { openNewRecoveryCode } from './new-recovery-code.ts';

test('a code is shown only once it works, and until it is kept', async () => {
  const newCode = await openNewRecoveryCode(createMemoryStore());

  const code = await newCode.prepare();
  expect(newCode.code.get()).toBeNull();

  await newCode.show();
  expect(newCode.code.get()).toBe(code);

  newCode.keep();
  expect(newCode.code.get()).toBeNull();
});

test('a shown code survives a reload', async () => {
  const store = createMemoryStore();
  const before = await openNewRecoveryCode(store);
  const code = await before.prepare();
  await before.show();

  const after = await openNewRecoveryCode(store);

  expect(after.code.get()).toBe(code);
});

test('a kept code does not come back after a reload', async () => {
  const store = createMemoryStore();
  const before = await openNewRecoveryCode(store);
  await before.prepare();
  await before.show();
  before.keep();

  const after = await openNewRecoveryCode(store);

  expect(after.code.get()).toBeNull();
});

test('an interrupted set-up goes on with the same code, a finished one gets another', async () => {
  const store = createMemoryStore();
  const first = await (await openNewRecoveryCode(store)).prepare();
  const newCode = await openNewRecoveryCode(store);

  const again = await newCode.prepare();
  await newCode.show();
  const next = await newCode.prepare();

  expect(again).toBe(first);
  expect(next).not.toBe(first);
});
