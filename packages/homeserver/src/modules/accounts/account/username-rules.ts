import { createUserId, parseUserId, type ServerName, type UserId } from '@sotto/protocol';
import { refuse } from '../errors.ts';

/**
 * Names that speak for the server or its operator. A stranger who holds one can ask people for
 * their passwords. The operator may still give them out from the command line.
 */
const RESERVED = new Set([
  'abuse',
  'admin',
  'administrator',
  'all',
  'everyone',
  'here',
  'help',
  'hostmaster',
  'info',
  'me',
  'mod',
  'moderator',
  'noreply',
  'no-reply',
  'null',
  'official',
  'owner',
  'postmaster',
  'privacy',
  'root',
  'security',
  'server',
  'service',
  'sotto',
  'staff',
  'support',
  'system',
  'team',
  'undefined',
  'webmaster',
]);

/**
 * The id of a new account, or a refusal. One name has one spelling: capital letters and whatever
 * lies outside ASCII are refused rather than mapped, so nobody can look like somebody else.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#user-identifiers
 */
export function checkNewUsername(username: string, serverName: ServerName): UserId {
  if (username === '') throw refuse('invalid_username', 'Choose a name.');
  if (/[A-Z]/.test(username)) {
    throw refuse('invalid_username', 'Names are written in small letters.');
  }
  if (!/^[a-z0-9._=/+-]+$/.test(username)) {
    throw refuse('invalid_username', 'A name may only have a–z, 0–9 and the signs . _ = / + -');
  }
  if (!/[a-z0-9]/.test(username)) {
    throw refuse('invalid_username', 'A name needs at least one letter or digit.');
  }
  const userId = createUserId(username, serverName);
  if (!userId) throw refuse('invalid_username', 'This name is too long.');
  return userId;
}

/** What people signing up by themselves may not take, on top of the grammar. */
export function checkNotReserved(username: string): void {
  if (RESERVED.has(username)) throw refuse('invalid_username', 'This name is reserved.');
  if (username.startsWith('_')) {
    throw refuse('invalid_username', 'Names that begin with _ are kept for bridges.');
  }
}

/**
 * The account a person means at sign-in: a full id of this server or only its first part, in any
 * case. Null if no account here can have that name.
 */
export function findNamedUser(named: string, serverName: ServerName): UserId | null {
  const parts = named.startsWith('@') ? parseUserId(named) : { localpart: named, serverName };
  if (!parts || parts.serverName.toLowerCase() !== serverName.toLowerCase()) return null;
  // ASCII only: `toLowerCase` would turn the Kelvin sign into a plain k.
  const localpart = parts.localpart.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  return createUserId(localpart, serverName);
}
