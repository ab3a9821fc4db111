/** What a person types, as the name it would become: no `@`, no spaces around, small letters. */
export function tidyUsername(typed: string): string {
  return typed.trim().replace(/^@+/u, '').toLowerCase();
}

/**
 * Why a name cannot be right, before the server is asked; null if it may be. The server has the last
 * word: this only spares a person the wait.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#user-identifiers
 */
export function usernameProblem(username: string): string | null {
  if (username === '') return null;
  if (/\s/u.test(username)) return 'Usernames have no spaces. Try a dot or a dash.';
  if (/[^a-z0-9._=/+-]/u.test(username)) {
    return 'Use the letters a to z, digits, dots, dashes and underscores.';
  }
  return null;
}

/** A display name as a first guess at a username: `Mira Lund` → `mira.lund`, `Noël` → `noel`. */
export function suggestUsername(displayName: string): string {
  return displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '.')
    .replace(/^\.+|\.+$/gu, '')
    .slice(0, 32);
}
