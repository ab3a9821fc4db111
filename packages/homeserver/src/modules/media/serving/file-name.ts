import { fitsUtf8 } from '@sotto/protocol';

/** What file systems commonly allow. */
const NAME_BYTES_MAX = 255;

/** Controls, separators of paths, and what turns the direction of text to disguise an ending. */
const UNSAFE =
  // oxlint-disable-next-line no-control-regex -- controls are what this is about
  /[\u0000-\u001f\u007f-\u009f/\\\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu;

/** A name that is safe to save a file under, or null if nothing of it is left. */
export function sanitiseFileName(given: string | undefined): string | null {
  const name = (given ?? '').replace(UNSAFE, '_').trim();
  if (name === '' || /^\.+$/.test(name)) return null;
  return fitsUtf8(name, NAME_BYTES_MAX) ? name : shorten(name);
}

/** Keeps the ending, by which people and programs know what it is. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 16 ? name.slice(dot) : '';
  let stem = '';
  for (const character of name.slice(0, name.length - ending.length)) {
    if (!fitsUtf8(`${stem}${character}${ending}`, NAME_BYTES_MAX)) break;
    stem += character;
  }
  return `${stem}${ending}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc6266 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string | null): string {
  if (name === null) return kind;
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\]/g, '_');
  if (plain === name) return `${kind}; filename="${name}"`;
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeExtended(name)}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc8187#section-3.2 */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
