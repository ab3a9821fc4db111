/** Where to go after signing in: a path of this app, never another site, never the door again. */
export function safePath(next: string | undefined): string {
  const base = 'https://app.invalid';
  if (next === undefined || !URL.canParse(next, base)) return '/';
  const url = new URL(next, base);
  if (!next.startsWith('/') || url.origin !== base || url.pathname.startsWith('/welcome'))
    return '/';
  return url.pathname + url.search + url.hash;
}
