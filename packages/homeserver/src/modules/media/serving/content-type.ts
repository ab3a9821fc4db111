const UNKNOWN_TYPE = 'application/octet-stream';

const TOKEN = /^[a-z0-9!#$&^_.+-]{1,64}\/[a-z0-9!#$&^_.+-]{1,64}$/;
const CHARSET = /;\s*charset="?([a-z0-9_-]{1,32})"?\s*(?:;|$)/i;

/**
 * What a browser may show in place: pictures, sound and film that it can only play. Text and JSON
 * are left out although the specification allows them: nobody embeds them, and a download is safer.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#serving-inline-content
 */
const INLINE = new Set([
  'image/jpeg',
  'image/gif',
  'image/png',
  'image/apng',
  'image/webp',
  'image/avif',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'audio/mp4',
  'audio/webm',
  'audio/aac',
  'audio/mpeg',
  'audio/ogg',
  'audio/wave',
  'audio/wav',
  'audio/flac',
]);

/** A type as it is kept: its name and at most a charset, or the unknown type if it is none. */
export function sanitiseContentType(header: string | undefined): string {
  const [name = '', ...parameters] = (header ?? '').split(';');
  const type = name.trim().toLowerCase();
  if (!TOKEN.test(type)) return UNKNOWN_TYPE;
  const charset = CHARSET.exec(`;${parameters.join(';')}`)?.[1];
  return charset === undefined ? type : `${type}; charset=${charset.toLowerCase()}`;
}

export function mayBeInline(contentType: string): boolean {
  return INLINE.has(contentType.split(';')[0] ?? '');
}
