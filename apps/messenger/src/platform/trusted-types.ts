/**
 * The page runs under `require-trusted-types-for 'script'`. This default policy lets our own worker
 * files through and nothing else: no HTML, no script text, no script from anywhere else.
 *
 * @see https://www.w3.org/TR/trusted-types/#default-policy-hdr
 */
export function installScriptPolicy(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => checkScriptUrl(url, window.location.origin),
  });
}

/** Gives `url` back if it is one of our own scripts; throws otherwise. */
export function checkScriptUrl(url: string, origin: string): string {
  const parsed = new URL(url, origin);
  const ours = parsed.pathname === '/sw.js' || /^\/assets\/[\w.-]+\.js$/u.test(parsed.pathname);
  if (parsed.origin !== origin || !ours) {
    throw new TypeError('Only scripts of this app may run.');
  }
  return url;
}

/** The part of the standard that TypeScript's own DOM types do not carry. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}
