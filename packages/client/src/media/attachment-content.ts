import type { Attachment } from '../types/index.ts';
import type { FileKeys } from './encrypted-file.ts';
import type { PreparedFile } from './prepare/prepared-file.ts';
import type { RemoteFile } from './remote-file.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where the parts of a prepared file ended up. */
export interface UploadedFile {
  readonly full: UploadedPart;
  readonly thumbnail: UploadedPart | null;
}

export interface UploadedPart {
  readonly url: string;
  readonly keys: FileKeys;
}

const SIDE_PX_MAX = 100_000;

const asJson = (value: unknown): Json | null =>
  // SAFETY: every field read from it is checked where it is read.
  typeof value === 'object' && value !== null ? (value as Json) : null;
const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;

function asSidePx(value: unknown): number | null {
  const side = asCount(value);
  return side !== null && side >= 1 && side <= SIDE_PX_MAX ? Math.round(side) : null;
}

/**
 * The event content of a sent file. A caption is the body while `filename` names the file.
 *
 * @see https://spec.matrix.org/v1.19/client-server-api/#media-captions
 */
export function attachmentContent(
  file: PreparedFile,
  uploaded: UploadedFile,
  caption: string | null,
): Record<string, unknown> {
  const { thumbnail } = file;
  const info = {
    mimetype: file.mimeType,
    size: file.bytes.length,
    ...(file.widthPx === null ? {} : { w: file.widthPx }),
    ...(file.heightPx === null ? {} : { h: file.heightPx }),
    ...(file.blurhash === null ? {} : { 'xyz.amorgan.blurhash': file.blurhash }),
    ...(thumbnail && uploaded.thumbnail
      ? {
          thumbnail_file: { ...uploaded.thumbnail.keys, url: uploaded.thumbnail.url },
          thumbnail_info: {
            mimetype: thumbnail.mimeType,
            size: thumbnail.bytes.length,
            w: thumbnail.widthPx,
            h: thumbnail.heightPx,
          },
        }
      : {}),
  };
  return {
    msgtype: file.kind === 'photo' ? 'm.image' : 'm.file',
    body: caption ?? file.name,
    filename: file.name,
    info,
    file: { ...uploaded.full.keys, url: uploaded.full.url },
  };
}

function readFile(encrypted: unknown, plainUrl: unknown, mimeType: string): RemoteFile | null {
  const file = asJson(encrypted);
  const url = asText(file ? file['url'] : plainUrl);
  if (!url?.startsWith('mxc://')) return null;
  // SAFETY: the crypto library parses and checks the keys before it uses them.
  return { place: 'server', url, keys: file as FileKeys | null, mimeType };
}

/** Reads what someone sent; null when it is not a file we can fetch. Nothing in it is trusted. */
export function readAttachment(
  content: Json,
): { attachment: Attachment; caption: string | null } | null {
  const info = asJson(content['info']) ?? {};
  const mimeType = asText(info['mimetype']) ?? 'application/octet-stream';
  const full = readFile(content['file'], content['url'], mimeType);
  if (!full) return null;

  const thumbnailInfo = asJson(info['thumbnail_info']) ?? {};
  const thumbnailType = asText(thumbnailInfo['mimetype']) ?? 'image/jpeg';
  const body = asText(content['body']);
  const name = asText(content['filename']) ?? body ?? 'file';
  return {
    attachment: {
      kind: content['msgtype'] === 'm.image' ? 'photo' : 'file',
      name,
      mimeType,
      sizeBytes: asCount(info['size']) ?? 0,
      widthPx: asSidePx(info['w']),
      heightPx: asSidePx(info['h']),
      blurhash: asText(info['xyz.amorgan.blurhash']),
      source: {
        full,
        thumbnail: readFile(info['thumbnail_file'], info['thumbnail_url'], thumbnailType),
      },
    },
    caption: content['filename'] !== undefined && body !== name ? body : null,
  };
}
