/** `@mira` of `@mira:example.org`: moderators see accounts of their own server only. */
export function localHandle(userId: string): string {
  return userId.split(':', 1).join('');
}
