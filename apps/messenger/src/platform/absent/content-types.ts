/**
 * Stands in for the grammar of media types. The SDK asks for it only to learn whether the body of an
 * error is JSON or plain text, which the part before the first semicolon says.
 */
export function parse(header: string): { readonly type: string } {
  return { type: header.split(';', 1).join('').trim().toLowerCase() };
}
