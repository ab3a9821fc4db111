import { createWorkQueue } from '@sotto/kit';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { MxcUri, UserId } from '@sotto/protocol';
import type { Platform } from '../../platform.ts';
import type { Db, Txn } from '../../storage/index.ts';
import { refuse, uploadTooLarge } from './errors.ts';
import { openMediaFiles, type KeptFile } from './files/media-files.ts';
import { sanitiseContentType } from './serving/content-type.ts';
import { sanitiseFileName } from './serving/file-name.ts';
import type { Served } from './serving/serve.ts';
import { mediaStore, type Media, type MediaContent } from './store.ts';
import { createThumbnailer, type ThumbnailRequest } from './thumbnails/thumbnailer.ts';

export interface MediaOptions {
  readonly dataDir: string;
  readonly uploadBytesMax: number;
  /** What one person's uploads may add up to. */
  readonly userBytesMax: number;
}

/** Something on its way in. */
export interface Upload {
  readonly userId: UserId;
  readonly body: Readable;
  /** How long the sender says it is; only ever a reason to refuse it sooner. */
  readonly bytesAnnounced: number;
  readonly contentType: string | undefined;
  readonly fileName: string | undefined;
}

/** Where a piece of content lies, as a request says it. */
export interface MediaAddress {
  readonly serverName: string;
  readonly mediaId: string;
}

export interface MediaService {
  readonly uploadBytesMax: number;
  upload(upload: Upload): Promise<MxcUri>;
  /** Gives an address to upload to later. */
  reserve(userId: UserId): Promise<{ uri: MxcUri; expiresMs: number }>;
  uploadTo(address: MediaAddress, upload: Upload): Promise<void>;
  /** `fileName` takes the place of the name it was uploaded under. */
  open(viewer: UserId, address: MediaAddress, fileName?: string): Promise<Served>;
  /** For who may see it for another reason than its address; only what this person has uploaded. */
  openOf(uploader: UserId, address: MediaAddress): Promise<Served>;
  openThumbnail(viewer: UserId, address: MediaAddress, asked: ThumbnailRequest): Promise<Served>;
}

/** The specification's advice: time enough to find a better connection. */
const RESERVED_FOR_MS = 86_400_000;
const RESERVED_PER_USER_MAX = 50;
/** The only heavy work in this process: it gets both cores of a small machine and no more. */
const DECODING = { runningMax: 2, waitingMax: 64 };
const MEDIA_ID = /^[A-Za-z0-9_-]{16,64}$/;

/** What was uploaded, and where it lies. */
interface KeptContent {
  readonly content: MediaContent;
  readonly file: KeptFile;
}

/** Writes what was received into the transaction that counted it. */
type Recording = (txn: Txn, content: MediaContent) => Promise<void>;

type MediaDeps = Pick<Platform, 'db' | 'clock' | 'serverName' | 'log' | 'random'> & {
  /** Whether nothing that `uploader` has uploaded may reach `viewer`. */
  readonly isKeptFrom: (viewer: UserId, uploader: UserId) => boolean;
};

export async function openMediaService(
  deps: MediaDeps,
  options: MediaOptions,
): Promise<MediaService> {
  const { db, clock, serverName, log, random } = deps;
  const { uploadBytesMax, userBytesMax } = options;
  const files = await openMediaFiles({ directory: join(options.dataDir, 'media'), clock, random });
  const thumbnailer = createThumbnailer(files, createWorkQueue(DECODING));

  function uriOf(mediaId: string): MxcUri {
    // SAFETY: the server's own name, and an id drawn here.
    return `mxc://${serverName}/${mediaId}` as MxcUri;
  }

  async function checkQuota(from: Db, userId: UserId, bytesMore: number): Promise<void> {
    if ((await mediaStore.sumBytes(from, userId)) + bytesMore <= userBytesMax) return;
    throw refuse('media_quota_reached', 'You have uploaded as much as you may.');
  }

  /** Brings a body onto the disk and then into the database; if that fails the file goes again. */
  async function take(upload: Upload, record: Recording): Promise<void> {
    const { userId, body, bytesAnnounced, contentType, fileName } = upload;
    if (bytesAnnounced > uploadBytesMax) throw uploadTooLarge();
    // Spares the reading of what cannot fit. What decides is the sum in the transaction.
    await checkQuota(db.read, userId, bytesAnnounced);
    const received = await files.receive(body, uploadBytesMax);
    const fileId = random.token(18);
    try {
      await received.keep(fileId);
      const content = {
        fileId,
        bytes: received.bytes,
        contentType: sanitiseContentType(contentType),
        fileName: sanitiseFileName(fileName),
      };
      await db.write(async (txn) => {
        await mediaStore.lockUser(txn, userId);
        await record(txn, content);
        // Counts what was just recorded; a refusal takes it back.
        await checkQuota(txn.db, userId, 0);
      });
    } catch (cause) {
      await received.discard();
      await files.remove(fileId);
      throw cause;
    }
  }

  function isExpired({ content, createdMs }: Media): boolean {
    return !content && createdMs + RESERVED_FOR_MS <= clock.nowMs();
  }

  async function getMedia(address: MediaAddress): Promise<Media> {
    const isHere = address.serverName === serverName && MEDIA_ID.test(address.mediaId);
    const media = isHere ? await mediaStore.find(db.read, address.mediaId) : null;
    if (media && !isExpired(media)) return media;
    throw notFound();
  }

  async function getContent(viewer: UserId, address: MediaAddress): Promise<KeptContent> {
    const media = await getMedia(address);
    // As if it were not there, also before it is uploaded.
    if (deps.isKeptFrom(viewer, media.userId)) throw notFound();
    return getFile(media);
  }

  async function getFile({ content, mediaId }: Media): Promise<KeptContent> {
    if (!content) throw refuse('media_not_yet_uploaded', 'This has not been uploaded yet.');
    const file = await files.find(content.fileId);
    if (file) return { content, file };
    log.error({ mediaId }, 'an uploaded file is missing from the disk');
    throw notFound();
  }

  return {
    uploadBytesMax,

    async upload(upload) {
      const mediaId = random.token(18);
      const { userId } = upload;
      await take(upload, (txn, content) =>
        mediaStore.insert(txn, { mediaId, userId, createdMs: clock.nowMs(), content }),
      );
      return uriOf(mediaId);
    },

    async reserve(userId) {
      const mediaId = random.token(18);
      const createdMs = clock.nowMs();
      await db.write(async (txn) => {
        await mediaStore.lockUser(txn, userId);
        await mediaStore.removePendingBefore(txn, userId, createdMs - RESERVED_FOR_MS);
        if ((await mediaStore.countPending(txn.db, userId)) >= RESERVED_PER_USER_MAX) {
          throw refuse('too_many_pending_uploads', 'Finish some uploads before you begin more.');
        }
        await mediaStore.insert(txn, { mediaId, userId, createdMs, content: null });
      });
      return { uri: uriOf(mediaId), expiresMs: createdMs + RESERVED_FOR_MS };
    },

    async uploadTo(address, upload) {
      const media = await getMedia(address);
      if (media.userId !== upload.userId) {
        throw refuse('media_of_another', 'This address was given to somebody else.');
      }
      if (media.content) throw alreadyUploaded();
      await take(upload, async (txn, content) => {
        if (!(await mediaStore.fill(txn, media.mediaId, content))) throw alreadyUploaded();
      });
    },

    async open(viewer, address, fileName) {
      const { content, file } = await getContent(viewer, address);
      const name = fileName === undefined ? content.fileName : sanitiseFileName(fileName);
      const { contentType, fileId } = content;
      return { file, contentType, fileName: name, tag: fileId };
    },

    async openOf(uploader, address) {
      const media = await getMedia(address);
      if (media.userId !== uploader) throw notFound();
      const { content, file } = await getFile(media);
      const { contentType, fileName, fileId } = content;
      return { file, contentType, fileName, tag: fileId };
    },

    async openThumbnail(viewer, address, asked) {
      const { content, file } = await getContent(viewer, address);
      const made = await thumbnailer.get(content.fileId, file, asked);
      const { contentType, variant } = made;
      const ending = contentType.slice('image/'.length);
      const tag = variant === null ? content.fileId : `${content.fileId}-${variant}`;
      return { file: made.file, contentType, fileName: `thumbnail.${ending}`, tag };
    },
  };
}

function notFound(): Error {
  return refuse('media_not_found', 'There is nothing at this address.');
}

function alreadyUploaded(): Error {
  return refuse('media_already_uploaded', 'Something was uploaded there already.');
}
