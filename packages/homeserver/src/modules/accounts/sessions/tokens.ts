import { hash } from 'node:crypto';
import type { Random } from '../../../platform.ts';

const TOKEN_BYTES = 32;
/** Longer than any token of ours: not worth hashing. */
const TOKEN_LENGTH_MAX = 128;

/** A secret handed out once, and the only form of it that is stored. */
export interface NewToken {
  readonly token: string;
  readonly hash: string;
}

/** The prefix lets secret scanners find a token that was published by mistake. */
export function createToken(
  random: Random,
  kind: 'access' | 'refresh' | 'login' | 'link',
): NewToken {
  const token = `sotto_${kind}_${random.token(TOKEN_BYTES)}`;
  return { token, hash: hash('sha256', token, 'base64url') };
}

/** The stored form of a token that came in, or null if it cannot be one of ours. */
export function hashToken(token: string): string | null {
  return token.length > TOKEN_LENGTH_MAX ? null : hash('sha256', token, 'base64url');
}
