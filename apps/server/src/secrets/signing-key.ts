import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { SigningKey } from '@sotto/homeserver';
import { createWholeFile } from '../data-dir/index.ts';
import { refuse } from '../errors.ts';
import { findSecret } from './secret-file.ts';
import { findSeedWeakness } from './weak-seed.ts';

/** One line: the algorithm, the key's name, its seed. The form Matrix servers share. */
const KEY_LINE = /^ed25519 ([A-Za-z0-9_]{1,64}) ([A-Za-z0-9+/]{43})$/;

/** Reads the signing key, or makes one at the first start. Refuses one that cannot be trusted. */
export async function settleSigningKey(dataDir: string): Promise<SigningKey> {
  const path = join(dataDir, 'signing.key');
  const stored = await findSecret(path);
  if (stored !== null) return parseSigningKey(stored, path);

  const seed = randomBytes(32).toString('base64').replace(/=$/, '');
  const name = `a_${randomBytes(3).toString('hex')}`;
  await createWholeFile(path, `ed25519 ${name} ${seed}\n`, 0o600);
  // Read back rather than returned: another start may have been quicker.
  const line = await findSecret(path);
  return parseSigningKey(line ?? '', path);
}

function parseSigningKey(line: string, path: string): SigningKey {
  const [, name, base64] = KEY_LINE.exec(line) ?? [];
  const seed = Buffer.from(base64 ?? '', 'base64');
  // Two spellings of one seed differ in the last letter's unused bits; only one is right.
  if (name === undefined || base64 !== seed.toString('base64').replace(/=$/, '')) {
    throw refuse(
      'secret_malformed',
      `${path} is damaged. Restore it from a backup. Without it this server cannot prove to others who it is.`,
    );
  }
  const weakness = findSeedWeakness(seed);
  if (weakness !== null) {
    throw refuse(
      'signing_key_weak',
      `The key in ${path} ${weakness}, so anybody could sign as this server. Move the file away and start again: a new key is made.`,
    );
  }
  return { keyId: `ed25519:${name}`, seed };
}
