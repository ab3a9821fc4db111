/** Digits and letters that nobody mistakes for each other: no 0, O, 1, I or L. */
export const LINK_CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const LINK_CODE_LENGTH = 8;

/** The code in what somebody typed or scanned: any case, any spaces and dashes; null if it is none. */
export function readLinkCode(text: string): string | null {
  const code = text.replaceAll(/[\s\u2010-\u2015-]/gu, '').toUpperCase();
  if (code.length !== LINK_CODE_LENGTH) return null;
  for (const sign of code) {
    if (!LINK_CODE_SIGNS.includes(sign)) return null;
  }
  return code;
}

/** The code as people read it to themselves: `7KMP-2XQA`. */
export function printLinkCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
