import type { UserId } from '@sotto/protocol';
import { expect, test } from 'vitest';
import { readSealed, seal, unseal } from './note-cipher.ts';

const JONAS = '@jonas:sotto.test' as UserId;
const notes = new Map([[JONAS, { nickname: 'Joni', note: 'Plays the cello.' }]]);
const newKey = () => crypto.getRandomValues(new Uint8Array(32));

test('notes come back with the key they were sealed with, and with no other', async () => {
  const key = newKey();

  const sealed = await seal(notes, key, '7');

  expect(await unseal(sealed, key)).toEqual(notes);
  expect(await unseal(sealed, newKey())).toBeNull();
  expect(sealed).toMatchObject({ key_id: '7' });
  expect(JSON.stringify(sealed)).not.toContain('cello');
});

test('notes that somebody has changed are not believed', async () => {
  const key = newKey();
  const sealed = await seal(notes, key, '7');
  const changed = sealed.ciphertext.startsWith('A') ? 'B' : 'A';

  const ciphertext = changed + sealed.ciphertext.slice(1);

  expect(await unseal({ ...sealed, ciphertext }, key)).toBeNull();
});

test('what is no sealed note is none', () => {
  expect(readSealed(null)).toBeNull();
  expect(readSealed({})).toBeNull();
  expect(readSealed({ key_id: '1', ciphertext: 'a', iv: 'b', mac: 7 })).toBeNull();
});
