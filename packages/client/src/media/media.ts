import { createSubject } from '../observable.ts';
import type { Platform } from '../platform/platform.ts';
import type { AttachmentSource, Media } from '../types/index.ts';
import type { FileSource, LocalFile } from './remote-file.ts';
import { sourceId } from './remote-file.ts';
import type { Transfer } from './transfer.ts';
import { createUrlCache } from './url-cache.ts';

const FILES_BYTES_MAX = 96_000_000;
const AVATARS_BYTES_MAX = 8_000_000;
/** Sizes avatars are asked for, so that near sizes share one picture. */
const AVATAR_SIDES_PX = [48, 96, 192, 384];
const UPLOAD_BYTES_MAX_UNTIL_KNOWN = 50_000_000;

export interface AccountMedia extends Media {
  /** Remembers what was just sent, so that it is not fetched back. */
  remember(url: string, bytes: Blob): void;
  close(): void;
}

interface Options {
  readonly transfer: Transfer;
  readonly platform: Pick<Platform, 'saveFile'>;
  /** The bytes of a file that waits in the outbox. */
  readonly readLocal: (file: LocalFile) => Blob | null;
}

function pick({ full, thumbnail }: AttachmentSource, size: 'thumbnail' | 'full'): FileSource {
  // SAFETY: sources are opaque to everyone else; only this package makes them.
  return (size === 'thumbnail' ? (thumbnail ?? full) : full) as FileSource;
}

export function createMedia({ transfer, platform, readLocal }: Options): AccountMedia {
  const files = createUrlCache(FILES_BYTES_MAX);
  const avatars = createUrlCache(AVATARS_BYTES_MAX);
  const uploadBytesMax = createSubject(UPLOAD_BYTES_MAX_UNTIL_KNOWN);
  async function learnUploadBytesMax(): Promise<void> {
    const bytesMax = await transfer.uploadBytesMax();
    if (bytesMax !== null) uploadBytesMax.set(bytesMax);
  }
  // NOTE: until it can be asked, the server itself refuses what is too large.
  void learnUploadBytesMax().catch(() => undefined);

  async function load(source: FileSource): Promise<Blob> {
    if (source.place === 'server') return transfer.download(source);
    const bytes = readLocal(source);
    if (!bytes) throw new Error('This file is no longer waiting to be sent.');
    return bytes;
  }

  return {
    open(source, size) {
      const file = pick(source, size);
      return files.hold(sourceId(file), () => load(file));
    },
    release: (source, size) => files.release(sourceId(pick(source, size))),
    async save({ source, name }) {
      platform.saveFile(await load(pick(source, 'full')), name);
    },
    async avatarUrl(avatar, sizePx) {
      const sidePx = AVATAR_SIDES_PX.find((side) => side >= sizePx) ?? 384;
      const id = `${avatar}/${sidePx}`;
      const url = await avatars.hold(id, () => transfer.downloadAvatar(avatar, sidePx));
      // Nobody says when an avatar is no longer shown; the cache keeps the recent ones.
      avatars.release(id);
      return url;
    },
    uploadBytesMax,
    remember: (url, bytes) => files.put(url, bytes),
    close() {
      files.clear();
      avatars.clear();
    },
  };
}
