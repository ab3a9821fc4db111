import type { ServerName, UserId } from '@sotto/protocol';

/** The server part of a user id. */
export function serverOf(userId: UserId): ServerName {
  // SAFETY: what follows the first colon of a user id is a server name by definition.
  return userId.slice(userId.indexOf(':') + 1) as ServerName;
}

/** `@mira` for people of `home`, the full id for everyone else. */
export function handleOf(userId: UserId, home: ServerName): string {
  return serverOf(userId) === home ? userId.slice(0, userId.indexOf(':')) : userId;
}

/** Reads what a person typed as a handle: `mira`, `@mira` or `@mira:elsewhere.example`. */
export function readHandle(typed: string, home: ServerName): UserId | null {
  const [, name, server] = /^@?([^\s:@]+)(?::(\S+))?$/.exec(typed.trim().toLowerCase()) ?? [];
  // SAFETY: the shape is right; whether such a person exists is for the server to say.
  return name ? (`@${name}:${server ?? home}` as UserId) : null;
}
