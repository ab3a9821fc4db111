import { printLinkCode, readLinkCode } from '@sotto/protocol';

/** What the camera of a signed-in device opens. The code is in the part that is never sent: not in requests, not in logs. */
export function linkAddress(origin: string, code: string): string {
  return `${origin}/link#${printLinkCode(code)}`;
}

/** The code in the last part of an address, as it is shown; empty if there is none. */
export function codeInHash(hash: string): string {
  const code = readLinkCode(hash.replace(/^#/u, ''));
  return code === null ? '' : printLinkCode(code);
}
