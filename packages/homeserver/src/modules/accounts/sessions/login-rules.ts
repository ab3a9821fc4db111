import type { ServerName, UserId } from '@sotto/protocol';
import { refuse } from '../errors.ts';
import { findNamedUser } from '../account/username-rules.ts';

/** How somebody says who they are. */
export interface Claim {
  readonly type: string;
  readonly identifier?: { readonly type: string; readonly user?: string | undefined } | undefined;
  /** The way of naming from before `identifier`. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** For `m.login.token`. */
  readonly token?: string | undefined;
}

/** Somebody here, or nobody who could be; and the password they gave. */
export interface Claimed {
  readonly userId: UserId | null;
  readonly password: string;
}

/** Reads a sign-in request; refuses kinds this server does not know. */
export function readClaim(claim: Claim, serverName: ServerName): Claimed {
  if (claim.type !== 'm.login.password') {
    throw refuse('unknown_login_type', 'This server does not know this way of signing in.');
  }
  if (claim.password === undefined) throw refuse('password_missing', 'Enter the password.');
  return { userId: claimedUser(claim, serverName), password: claim.password };
}

function claimedUser({ identifier, user }: Claim, serverName: ServerName): UserId | null {
  const type = identifier?.type ?? 'm.id.user';
  // No account here has a mail address or a phone number, so these name nobody.
  if (type === 'm.id.thirdparty' || type === 'm.id.phone') return null;
  if (type !== 'm.id.user') {
    throw refuse('unknown_login_type', 'This server knows people only by their Matrix id.');
  }
  const named = identifier?.user ?? user;
  if (named === undefined) throw refuse('username_missing', 'Enter the name.');
  return findNamedUser(named, serverName);
}
