import { Method } from 'matrix-js-sdk/lib/http-api/method.js';
import { ClientPrefix } from 'matrix-js-sdk/lib/http-api/prefix.js';
import type { Matrix } from '../matrix/matrix.ts';
import { decryptFile, encryptFile } from './encrypted-file.ts';
import type { UploadedPart } from './attachment-content.ts';
import { parseMxc } from './mxc.ts';
import type { RemoteFile } from './remote-file.ts';

/** Types a browser shows without running anything in them. All else is opened as plain bytes. */
const SHOWABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

/** Moves files to and from the server. The server sees encrypted bytes, no name, no type. */
export interface Transfer {
  upload(
    plain: Uint8Array<ArrayBuffer>,
    onProgress: (share: number) => void,
  ): Promise<UploadedPart>;
  download(file: RemoteFile): Promise<Blob>;
  /** A file as it was sent, from the bytes the server has of it. Throws when they are not the ones that were sent. */
  open(bytes: Blob, file: Pick<RemoteFile, 'keys' | 'mimeType'>): Promise<Blob>;
  /** A public picture of a person or group, sized by the server. */
  downloadAvatar(address: string, sizePx: number): Promise<Blob>;
  /** Sends a picture everyone may see, as an avatar is. */
  uploadAvatar(picture: Blob): Promise<string>;
  uploadBytesMax(): Promise<number | null>;
}

export function createTransfer({ client, tokens }: Pick<Matrix, 'client' | 'tokens'>): Transfer {
  function fetchMedia(
    kind: 'download' | 'thumbnail',
    address: string,
    query: Record<string, string>,
  ): Promise<Blob> {
    const parsed = parseMxc(address);
    if (!parsed) return Promise.reject(new Error('This file has no usable address.'));
    const { serverName, mediaId } = parsed;
    const path = `/media/${kind}/${encodeURIComponent(serverName)}/${encodeURIComponent(mediaId)}`;
    const options = { prefix: ClientPrefix.V1, rawResponseBody: true };
    return client.http.authedRequest<Blob>(Method.Get, path, query, undefined, options);
  }

  async function send(body: Blob, onProgress?: (share: number) => void): Promise<string> {
    // Uploads with progress do not pass through the fetch that renews tokens.
    await tokens.renewIfDue();
    const { content_uri: url } = await client.uploadContent(body, {
      type: body.type,
      includeFilename: false,
      progressHandler: ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0),
    });
    return url;
  }

  const open: Transfer['open'] = async (bytes, { keys, mimeType }) => {
    const type = SHOWABLE.has(mimeType) ? mimeType : 'application/octet-stream';
    if (!keys) return new Blob([bytes], { type });
    return new Blob([await decryptFile(new Uint8Array(await bytes.arrayBuffer()), keys)], { type });
  };

  return {
    async upload(plain, onProgress) {
      const { bytes, keys } = await encryptFile(plain);
      const url = await send(new Blob([bytes], { type: 'application/octet-stream' }), onProgress);
      return { url, keys };
    },
    download: async (file) => open(await fetchMedia('download', file.url, {}), file),
    open,
    downloadAvatar(address, sizePx) {
      const side = String(sizePx);
      return fetchMedia('thumbnail', address, { width: side, height: side, method: 'crop' });
    },
    uploadAvatar: (picture) => send(picture),
    async uploadBytesMax() {
      const config = await client.getMediaConfig(true);
      return config['m.upload.size'] ?? null;
    },
  };
}
