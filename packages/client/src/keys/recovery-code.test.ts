import { expect, test } from 'vitest';
import { makeRecoveryCode, readRecoveryCode, secretStorageKeyOf } from './recovery-code.ts';

test('a recovery code is written in groups of four and starts as every Matrix recovery key does', () => {
  const code = makeRecoveryCode();

  expect(code).toMatch(/^Es[1-9A-HJ-NP-Za-km-z]{2}( [1-9A-HJ-NP-Za-km-z]{1,4}){11}$/);
});

test('a code typed without spaces, with line breaks or with odd spaces is the same code', () => {
  const code = makeRecoveryCode();
  const key = readRecoveryCode(code);

  expect(key).toHaveLength(32);
  expect(readRecoveryCode(code.replaceAll(' ', ''))).toEqual(key);
  expect(readRecoveryCode(`  ${code.replaceAll(' ', '\n')}\t`)).toEqual(key);
});

test('a mistyped code is not taken', () => {
  const code = makeRecoveryCode();
  const swapped = code.endsWith('a') ? `${code.slice(0, -1)}b` : `${code.slice(0, -1)}a`;

  expect(readRecoveryCode(swapped)).toBeNull();
  expect(readRecoveryCode(code.slice(0, -4))).toBeNull();
  expect(readRecoveryCode('')).toBeNull();
  expect(readRecoveryCode('correct horse battery staple')).toBeNull();
});

test('secret storage is made from the very key behind the code', () => {
  const code = makeRecoveryCode();

  const { privateKey, encodedPrivateKey } = secretStorageKeyOf(code);

  expect(encodedPrivateKey).toBe(code);
  expect(privateKey).toEqual(readRecoveryCode(code));
});
