import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { settleRegistrationTokens } from './registration-tokens.ts';
import { settleSigningKey } from './signing-key.ts';
import { findSeedWeakness } from './weak-seed.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

async function makeFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'sotto-secrets-'));
  folders.push(path);
  return path;
}

async function makeKeyFile(line: string): Promise<string> {
  const folder = await makeFolder();
  await writeFile(join(folder, 'signing.key'), line, { mode: 0o600 });
  return folder;
}

function lineOf(seed: Uint8Array): string {
  return `ed25519 a_1 ${Buffer.from(seed).toString('base64').replace(/=$/, '')}\n`;
}

test('the first start makes a signing key only its owner can read, and later starts keep it', async () => {
  const folder = await makeFolder();

  const first = await settleSigningKey(folder);
  const second = await settleSigningKey(folder);

  expect(first.keyId).toMatch(/^ed25519:a_[0-9a-f]{6}$/);
  expect(first.seed).toHaveLength(32);
  expect(second).toEqual(first);
  expect((await stat(join(folder, 'signing.key'))).mode & 0o777).toBe(0o600);
});

test('two first starts at once agree on one key', async () => {
  const folder = await makeFolder();

  const [one, other] = await Promise.all([settleSigningKey(folder), settleSigningKey(folder)]);

  expect(one).toEqual(other);
});

test.each([0o640, 0o604, 0o660, 0o644])('a key file with mode %o is refused', async (mode) => {
  const folder = await makeKeyFile(lineOf(randomBytes(32)));
  await chmod(join(folder, 'signing.key'), mode);

  const settled = settleSigningKey(folder);

  await expect(settled).rejects.toMatchObject({ code: 'secret_exposed' });
  await expect(settled).rejects.toThrow(/chmod 600/);
});

test.each([
  { says: 'an empty file', line: '' },
  { says: 'another algorithm', line: lineOf(randomBytes(32)).replace('ed25519', 'rsa') },
  { says: 'a seed one byte short', line: lineOf(randomBytes(31)) },
  { says: 'a seed one byte long', line: lineOf(randomBytes(33)) },
  { says: 'a second spelling of a seed', line: `ed25519 a_1 ${'B'.repeat(43)}\n` },
  { says: 'a key without a name', line: lineOf(randomBytes(32)).replace('a_1 ', '') },
])('$says is refused as damaged', async ({ line }) => {
  const folder = await makeKeyFile(line);

  await expect(settleSigningKey(folder)).rejects.toMatchObject({ code: 'secret_malformed' });
});

test.each([
  { says: 'zeros', seed: new Uint8Array(32) },
  { says: 'two values by turns', seed: Buffer.from('ab'.repeat(32), 'hex') },
  { says: 'counting up', seed: Uint8Array.from({ length: 32 }, (_, index) => index) },
  {
    says: 'counting by seven',
    seed: Uint8Array.from({ length: 32 }, (_, index) => (index * 7) % 256),
  },
  { says: 'a sentence', seed: Buffer.from('my very secret signing key 4 you') },
  {
    says: 'the specification’s example',
    seed: Buffer.from('YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA1', 'base64'),
  },
  {
    says: 'a published test vector',
    seed: Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
  },
])('a key made of $says is refused as weak', async ({ seed }) => {
  const folder = await makeKeyFile(lineOf(seed));

  const settled = settleSigningKey(folder);

  await expect(settled).rejects.toMatchObject({ code: 'signing_key_weak' });
  await expect(settled).rejects.not.toThrow(Buffer.from(seed).toString('base64').slice(0, 10));
});

test('random keys are never called weak', () => {
  const weaknesses = Array.from({ length: 2000 }, () => findSeedWeakness(randomBytes(32)));

  expect(weaknesses.filter((weakness) => weakness !== null)).toEqual([]);
});

test('with token registration and no token given, one is made, said once, and kept', async () => {
  const folder = await makeFolder();
  const config = { registration: 'token', registrationTokens: null } as const;

  const first = await settleRegistrationTokens(folder, config);
  const second = await settleRegistrationTokens(folder, config);

  expect(first.newToken).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(second).toEqual({ tokens: first.tokens, newToken: null });
  const path = join(folder, 'registration-token');
  expect((await readFile(path, 'utf8')).trim()).toBe(first.newToken);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('given tokens are used as they are, and none is made', async () => {
  const folder = await makeFolder();
  const config = { registration: 'token', registrationTokens: ['one', 'two'] } as const;

  expect(await settleRegistrationTokens(folder, config)).toEqual({
    tokens: ['one', 'two'],
    newToken: null,
  });
});

test.each(['open', 'closed'] as const)('%s registration has no tokens', async (registration) => {
  const folder = await makeFolder();

  const settled = await settleRegistrationTokens(folder, {
    registration,
    registrationTokens: ['left over'],
  });

  expect(settled).toEqual({ tokens: [], newToken: null });
});
