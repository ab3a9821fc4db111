/** A file as it will be sent, before encryption. */
export interface PreparedFile {
  readonly kind: 'photo' | 'file';
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly blurhash: string | null;
  readonly thumbnail: PreparedThumbnail | null;
}

export interface PreparedThumbnail {
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly widthPx: number;
  readonly heightPx: number;
}

export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
