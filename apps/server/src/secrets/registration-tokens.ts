import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { createWholeFile } from '../data-dir/index.ts';
import { findSecret } from './secret-file.ts';

export interface RegistrationTokens {
  readonly tokens: readonly string[];
  /** Made just now: to be shown to the operator, this once. */
  readonly newToken: string | null;
}

/** The tokens that open sign-up: those given, else one made at the first start and kept. */
export async function settleRegistrationTokens(
  dataDir: string,
  config: Pick<Config, 'registration' | 'registrationTokens'>,
): Promise<RegistrationTokens> {
  if (config.registration !== 'token') return { tokens: [], newToken: null };
  const given = config.registrationTokens ?? [];
  if (given.length > 0) return { tokens: given, newToken: null };

  const path = join(dataDir, 'registration-token');
  const kept = await findSecret(path);
  if (kept !== null && kept !== '') return { tokens: [kept], newToken: null };

  const newToken = randomBytes(16).toString('base64url');
  await createWholeFile(path, `${newToken}\n`, 0o600);
  return { tokens: [newToken], newToken };
}
