import type { SessionBackup } from '@sotto/protocol';
import { refuse } from '../errors.ts';

/** The key of one megolm session. */
export interface SessionKey {
  readonly roomId: string;
  readonly sessionId: string;
  readonly key: SessionBackup;
}

/** What decides between two keys of one session. */
export type KeyRank = Pick<
  SessionBackup,
  'is_verified' | 'first_message_index' | 'forwarded_count'
>;

export const SESSIONS_PER_REQUEST_MAX = 1_000;
/** The ones in use take about 1 KiB. */
export const SESSION_DATA_BYTES_MAX = 16_384;
/** For all versions of a person together: several times the busiest accounts known. */
export const KEYS_PER_USER_MAX = 200_000;
/** A client that begins a new backup deletes the one before. */
export const BACKUPS_MAX = 10;

/**
 * Whether an uploaded key should take the place of the stored one: a key its device verified, then
 * one that reaches further back, then one that was forwarded less often.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#server-side-key-backups
 */
export function isBetterKey(given: KeyRank, stored: KeyRank): boolean {
  if (given.is_verified !== stored.is_verified) return given.is_verified;
  if (given.first_message_index !== stored.first_message_index) {
    return given.first_message_index < stored.first_message_index;
  }
  return given.forwarded_count < stored.forwarded_count;
}

/** Throws a refusal if an upload holds too many keys or one that is too large. */
export function checkSessions(sessions: readonly SessionKey[]): void {
  if (sessions.length > SESSIONS_PER_REQUEST_MAX) {
    throw refuse('backup_key_too_large', 'Back up fewer keys at once.');
  }
  const tooLarge = sessions.some(
    ({ key }) => Buffer.byteLength(JSON.stringify(key.session_data)) > SESSION_DATA_BYTES_MAX,
  );
  if (tooLarge) throw refuse('backup_key_too_large', 'A key in this backup is too large.');
}

/** A version as stored, or null for a text that never was one. */
export function parseVersion(version: string): number | null {
  return /^[1-9]\d{0,14}$/.test(version) ? Number(version) : null;
}
