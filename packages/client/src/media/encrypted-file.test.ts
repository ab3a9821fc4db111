import { expect, test } from 'vitest';
import { decryptFile, encryptFile } from './encrypted-file.ts';

const plain = new TextEncoder().encode('the sea at noon');

test('a file opens again with its keys, and looks like nothing without them', async () => {
  const { bytes, keys } = await encryptFile(plain);

  expect(Buffer.from(bytes).includes(Buffer.from(plain))).toBe(false);
  expect(await decryptFile(bytes, keys)).toEqual(plain);
});

test('its keys have the form the specification gives them', async () => {
  const { keys } = await encryptFile(plain);

  expect(keys).toMatchObject({ v: 'v2', key: { alg: 'A256CTR', kty: 'oct', ext: true } });
  expect(keys.hashes['sha256']).toMatch(/^[A-Za-z0-9+/]{43}$/);
});

test('every file has keys of its own', async () => {
  const [one, two] = [await encryptFile(plain), await encryptFile(plain)];

  expect(one.keys.key['k']).not.toBe(two.keys.key['k']);
});

test('a file changed on its way does not open', async () => {
  const { bytes, keys } = await encryptFile(plain);
  const changed = bytes.map((byte, index) => (index === 3 ? byte ^ 1 : byte));

  await expect(decryptFile(changed, keys)).rejects.toThrow(/hash/i);
});
