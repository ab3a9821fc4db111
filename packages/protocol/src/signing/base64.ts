/**
 * Turns unpadded standard base64 into the url-safe alphabet.
 *
 * @see https://spec.matrix.org/v1.19/appendices/#url-safe-unpadded-base64
 */
export function toUrlSafeBase64(standard: string): string {
  return standard.replaceAll('+', '-').replaceAll('/', '_');
}
